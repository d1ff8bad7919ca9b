import { useQueryClient } from "@tanstack/react-query";
import { ImageUp, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { api, done } from "@/api/client";
import type { Me } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Deed } from "@/components/form/Deed";
import { useTranslation } from "@/i18n/i18n";
import { Avatar } from "@/components/atoms/Avatar";
import { meQuery } from "./queries";

const KINDS = "image/jpeg,image/png,image/webp,image/gif";

/** A file that is looked at before it is sent. */
interface Chosen {
  file: File;
  address: string;
}

/** One's picture: chosen, looked at, and only then sent. */
export function PictureField({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const again = () => queryClient.invalidateQueries({ queryKey: meQuery().queryKey });
  const send = async () => {
    if (!chosen) return;
    const form = new FormData();
    form.append("file", chosen.file);
    await done(api.POST("/api/v1/me/picture", { body: form as never, bodySerializer: () => form }));
    await again();
    setChosen(null);
  };
  const remove = async () => {
    await done(api.DELETE("/api/v1/me/picture"));
    await again();
  };
  return (
    <div className="flex flex-wrap items-center gap-6">
      {chosen ? (
        <img src={chosen.address} alt={t("profile.preview")} className="size-24 rounded-full object-cover" />
      ) : (
        <Avatar person={me} className="size-24 text-4xl" />
      )}
      <div className="flex flex-wrap items-start gap-3">
        <input
          ref={input}
          type="file"
          accept={KINDS}
          aria-label={t("profile.choosePicture")}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void preview(file).then(setChosen);
            event.target.value = ""; // so that the same file can be chosen again
          }}
        />
        {chosen ? (
          <>
            <Deed look="solid" deed={send}>
              {t("profile.usePicture")}
            </Deed>
            <button
              type="button"
              className={buttonStyle()}
              onClick={() => {
                setChosen(null);
              }}
            >
              {t("dialog.cancel")}
            </button>
          </>
        ) : (
          <button type="button" className={buttonStyle()} onClick={() => input.current?.click()}>
            <ImageUp aria-hidden />
            {t("profile.choosePicture")}
          </button>
        )}
        {me.picture && !chosen && (
          <Deed look="bare" deed={remove}>
            <Trash2 aria-hidden />
            {t("profile.removePicture")}
          </Deed>
        )}
      </div>
    </div>
  );
}

/** As a data: address, the only one that the content security policy allows besides our own. */
function preview(file: File): Promise<Chosen> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve({ file, address: reader.result as string });
    };
    reader.readAsDataURL(file);
  });
}
