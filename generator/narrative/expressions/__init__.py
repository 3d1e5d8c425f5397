"""What an expression may say: findings and their parts, the words for them, filters."""
