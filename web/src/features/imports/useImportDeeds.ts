import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, body, done } from "@/api/client";
import { importsQuery, type ImportRow } from "./queries";

/** What can be done with what was brought along; each answers once the pages know of it. */
export function useImportDeeds() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const again = async () => {
    await queryClient.invalidateQueries({ queryKey: importsQuery().queryKey });
    await queryClient.invalidateQueries({ queryKey: ["import-rows"] });
  };
  const path = (id: number) => ({ params: { path: { import_id: id } } });

  return {
    bring: async (file: File): Promise<number> => {
      const form = new FormData();
      form.append("file", file);
      const { id } = await body(api.POST("/api/v1/imports", { body: form as never, bodySerializer: () => form }));
      await again();
      return id;
    },
    apply: async (id: number) => {
      await done(api.POST("/api/v1/imports/{import_id}/apply", path(id)));
      await again();
    },
    undo: async (id: number) => {
      await done(api.POST("/api/v1/imports/{import_id}/undo", path(id)));
      await again();
    },
    stop: async (id: number) => {
      await done(api.POST("/api/v1/imports/{import_id}/stop", path(id)));
      await again();
    },
    forget: async (id: number) => {
      await done(api.DELETE("/api/v1/imports/{import_id}", path(id)));
      await navigate({ to: "/imports" }); // while its rows are shown, they would be asked for again
      await again();
    },
    decide: async (id: number, row: ImportRow, decision: { titleId: number } | { skip: boolean }) => {
      const params = { path: { import_id: id, row_id: row.id } };
      await done(api.PATCH("/api/v1/imports/{import_id}/rows/{row_id}", { params, body: decision }));
      await again();
    },
  };
}
