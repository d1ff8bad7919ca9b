"""The audit log over HTTP, for administrators."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router

from matinee.accounts import queries
from matinee.accounts.schemas.audit import AuditItems, AuditPageQuery, AuditQuery, AuditVerification
from matinee.core.access import administrators
from matinee.core.errors import BadInput

router = Router(tags=["audit"], by_alias=True, auth=administrators)


@router.get("/audit", response=AuditItems, operation_id="audit", summary="What was done, newest first")
def page(request: HttpRequest, response: HttpResponse, query: Query[AuditPageQuery]) -> queries.AuditPage:
    _refuse_unknown(request, query)
    response["Cache-Control"] = "no-store"
    return queries.audit_page(query.wanted(), page=query.page, per_page=query.per_page)


@router.get(
    "/audit.csv",
    operation_id="auditTable",
    summary="The same for spreadsheets, all of it",
    openapi_extra={"responses": {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}},
)
def table(request: HttpRequest, query: Query[AuditQuery]) -> StreamingHttpResponse:
    _refuse_unknown(request, query)
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="audit.csv"'}
    return StreamingHttpResponse(
        queries.audit_csv(query.wanted()), content_type="text/csv; charset=utf-8", headers=headers
    )


@router.post(
    "/audit/verify", response=AuditVerification, operation_id="verifyAudit", summary="Whether the log is whole"
)
def verify(request: HttpRequest) -> queries.Verification:
    return queries.verify_audit()


def _refuse_unknown(request: HttpRequest, query: AuditQuery) -> None:
    """A misspelt filter must not be silently ignored: somebody would trust what the page does not show."""
    known = {field.alias or name for name, field in type(query).model_fields.items()}
    if unknown := sorted(set(request.GET) - known):
        raise BadInput.at(unknown[0], f"is not asked for here; there are {', '.join(sorted(known))}")
