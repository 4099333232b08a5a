"""The one exception that callers of MLflow catch."""


class MlflowException(Exception):
    """The tracking server refused a call or cannot be reached; the message is a sentence."""

    def __init__(self, message, error_code="INTERNAL_ERROR"):
        super().__init__(message)
        self.message = message
        self.error_code = error_code
