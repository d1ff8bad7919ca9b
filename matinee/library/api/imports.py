"""Bringing a library along, and taking it away, over HTTP."""

from typing import Any, BinaryIO, cast

from django.http import HttpRequest, StreamingHttpResponse
from ninja import File, Query, Router, Status
from ninja.files import UploadedFile

from matinee.core.access import viewer
from matinee.library import queries
from matinee.library.actions import importing
from matinee.library.api.asking import locale, me
from matinee.library.schemas.common import Localised
from matinee.library.schemas.imports import (
    ExportForms,
    ImportRowPage,
    ImportRowsQuery,
    ImportRowTold,
    Imports,
    ImportTold,
    RowDecision,
)

router = Router(by_alias=True)


@router.get("/imports", response=Imports, operation_id="imports", summary="What I have brought along")
def list_imports(request: HttpRequest) -> dict[str, Any]:
    return {"items": queries.imports(me(request))}


@router.post(
    "/imports",
    response={202: ImportTold},
    operation_id="begin_import",
    summary="Bring a library along: a file from Letterboxd, IMDb, Trakt, TMDB, Yamtrack, Plex or Matinee",
)
def begin_import(request: HttpRequest, file: File[UploadedFile]) -> Status[dict[str, Any]]:
    run = importing.begin_import(me(request), file.name or "", cast(BinaryIO, file.file))
    return Status(202, queries.import_told(me(request), run.pk))


@router.get("/imports/{import_id}", response=ImportTold, operation_id="import", summary="How far it is")
def show_import(request: HttpRequest, import_id: int) -> dict[str, Any]:
    return queries.import_told(me(request), import_id)


@router.delete(
    "/imports/{import_id}",
    response={204: None},
    operation_id="remove_import",
    summary="Forget it, and how to undo it",
)
def remove_import(request: HttpRequest, import_id: int) -> Status[None]:
    importing.remove_import(me(request), import_id)
    return Status(204, None)


@router.get(
    "/imports/{import_id}/rows",
    response=ImportRowPage,
    operation_id="import_rows",
    summary="What its rows were taken for",
)
def list_rows(request: HttpRequest, import_id: int, query: Query[ImportRowsQuery]) -> dict[str, Any]:
    return queries.import_rows(
        me(request), import_id, query.outcome, query.page, locale(request, query), viewer(request)
    )


@router.patch(
    "/imports/{import_id}/rows/{row_id}",
    response=ImportRowTold,
    operation_id="decide_import_row",
    summary="Say which title a row means, or leave it out",
)
def decide(
    request: HttpRequest, import_id: int, row_id: int, given: RowDecision, query: Query[Localised]
) -> dict[str, Any]:
    who = viewer(request)
    if given.title_id is not None:
        row = importing.choose_title(who, me(request), import_id, row_id, given.title_id)
    else:
        row = importing.skip_row(me(request), import_id, row_id, skip=bool(given.skip))
    return queries.row_told(row, locale(request, query), who)


@router.post(
    "/imports/{import_id}/apply",
    response={202: ImportTold},
    operation_id="apply_import",
    summary="Put what was matched into my library",
)
def apply_import(request: HttpRequest, import_id: int) -> Status[dict[str, Any]]:
    importing.apply_import(me(request), import_id)
    return Status(202, queries.import_told(me(request), import_id))


@router.post(
    "/imports/{import_id}/stop",
    response={204: None},
    operation_id="stop_import",
    summary="Have no more of it applied",
)
def stop_import(request: HttpRequest, import_id: int) -> Status[None]:
    importing.stop_import(me(request), import_id)
    return Status(204, None)


@router.post(
    "/imports/{import_id}/undo",
    response={202: ImportTold},
    operation_id="undo_import",
    summary="Take back what it has made, but for what I have changed since",
)
def undo_import(request: HttpRequest, import_id: int) -> Status[dict[str, Any]]:
    importing.undo_import(me(request), import_id)
    return Status(202, queries.import_told(me(request), import_id))


@router.get("/exports", response=ExportForms, operation_id="exports", summary="Files that my library can be had as")
def list_exports(request: HttpRequest) -> dict[str, Any]:
    return {"items": queries.FORMS}


@router.get(
    "/exports/{name}",
    operation_id="export_library",
    summary="My library as one of these files",
    openapi_extra={"responses": {200: {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}}},
)
def export_library(request: HttpRequest, name: str) -> StreamingHttpResponse:
    form = queries.export_form(name)
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{form.name}"'}
    return StreamingHttpResponse(queries.exported(me(request), form), content_type=form.content_type, headers=headers)
