"""TMDB's own refusals, with the numbers it gives them."""

Json = dict[str, "object"]


class Refusal(Exception):
    """An answer that is not 200."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"status_code": code, "status_message": message, "success": False}


def wrong_key() -> Refusal:
    return Refusal(401, 7, "Invalid API key: You must be granted a valid key.")


def not_found() -> Refusal:
    return Refusal(404, 34, "The resource you requested could not be found.")


def wrong_page() -> Refusal:
    message = "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer."
    return Refusal(400, 22, message)


def wrong_range() -> Refusal:
    return Refusal(400, 20, "Invalid date range: Should be a range no longer than 14 days.")


def wrong_parameter(message: str) -> Refusal:
    return Refusal(400, 5, f"Invalid parameters: {message}")


def too_many_appended() -> Refusal:
    message = "Too many append to response objects: The maximum number of remote calls is 20."
    return Refusal(400, 27, message)
