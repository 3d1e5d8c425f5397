"""Whether a .docx is whole: what Word would refuse, mend with a loss, or print as an error."""
