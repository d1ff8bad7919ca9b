"""What carries a request of the library `requests`: one of our services."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers

from matinee.core.errors import ServiceDown, ServiceError
from matinee.core.http.answers import WholeAnswer
from matinee.core.http.service import Service

_Timeout = float | tuple[float | None, float | None] | None

# They belong to one connection, which is ours to keep.
_NOT_SENT = {"accept-encoding", "connection", "content-length", "host", "transfer-encoding", "user-agent"}
_NOT_TOLD = {"content-encoding", "content-length", "transfer-encoding"}  # the body is unpacked by now


class ServiceAdapter(BaseAdapter):
    """See `for_requests`."""

    def __init__(self, services: Sequence[Service], timeout: float | None = None) -> None:
        """`timeout`: as in `for_requests.session`."""
        super().__init__()
        self._services = services
        self._timeout = timeout

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: _Timeout = None,
        verify: bool | str = True,
        cert: object = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """`timeout` is that of the whole call. The other wishes have no effect: certificates are always verified."""
        address = request.url or ""
        service = next((service for service in self._services if service.may_reach(address)), None)
        if service is None:
            raise requests.exceptions.InvalidURL("This address belongs to no service that is set up", request=request)
        try:
            answer = service.call(
                request.method or "GET",
                address,
                headers={
                    name: _text(value) for name, value in request.headers.items() if name.lower() not in _NOT_SENT
                },
                content=_content(request),
                timeout=_seconds(timeout) or self._timeout,
            )
        except ServiceDown as error:
            raise requests.exceptions.ConnectionError(error.detail, request=request) from error
        except ServiceError as error:
            raise requests.exceptions.RequestException(error.detail, request=request) from error
        return _response(request, answer)

    def close(self) -> None:
        """The connections are the process's."""


def _response(request: requests.PreparedRequest, answer: WholeAnswer) -> requests.Response:
    response = requests.Response()
    response.status_code = answer.status
    response.headers = CaseInsensitiveDict(
        {name: value for name, value in answer.headers.items() if name.lower() not in _NOT_TOLD}
    )
    response.encoding = get_encoding_from_headers(response.headers)
    response.raw = BytesIO(answer.body)
    response.url = request.url or ""
    response.request = request
    return response


def _content(request: requests.PreparedRequest) -> bytes:
    body = request.body
    if body is None or isinstance(body, bytes):
        return body or b""
    if isinstance(body, str):
        return body.encode()
    raise requests.exceptions.RequestException("Only a body that is whole can be sent", request=request)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _seconds(timeout: _Timeout) -> float | None:
    """Of (connect, read), the sum."""
    if isinstance(timeout, tuple):
        return sum(part for part in timeout if part is not None) or None
    return timeout
