"""The front hall: one small ASGI application between the server and Django.

Outside in: the porch (request id, host, security headers, measures), the rooms that need no Django (client files,
ready images), the byte cache, and Django in one thread hop.
"""
