"""Looking into exports nobody has described yet, and comparing those of several waves."""
