"""Asking other servers. Nothing else in the program touches the network library.

One `Service` per outside service, made once. Every call keeps to a budget of seconds, to the hosts given at
construction and to public addresses, waits its turn, retries what may succeed, and goes through a circuit breaker.
"""

from matinee.core.http.answers import BytesAnswer, JsonAnswer, WholeAnswer
from matinee.core.http.service import Scalar, Service
from matinee.core.http.status import ServiceState, states

__all__ = ["BytesAnswer", "JsonAnswer", "Scalar", "Service", "ServiceState", "WholeAnswer", "states"]
