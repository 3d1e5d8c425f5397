"""committee: council committee reports in Word from YAML, a narrative and raw survey exports."""

__version__ = "0.1.0"
