import { useState } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Modal } from "@/components/organisms/Modal";
import { Screen } from "@/components/organisms/Screen";
import { Sheet } from "@/components/organisms/Sheet";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { TitleCard } from "@/components/molecules/TitleCard";
import type { ListCard } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { Cabinet, Specimen } from "./Specimen";

/** Whole pieces of a page. */
export function Organisms({ list }: { list: ListCard }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Cabinet id="organisms" title={t("gallery.organisms")}>
      <Specimen name="Shelf, ShelfItem" wide>
        <div className="-mx-(--gutter)">
          <Shelf name={list.name} note={list.description}>
            {list.items.map((title) => (
              <ShelfItem key={title.id}>
                <TitleCard title={title} sizes={SHELF_SIZES} />
              </ShelfItem>
            ))}
          </Shelf>
        </div>
      </Specimen>
      <Specimen name="Screen" wide>
        <div className="-mx-(--gutter)">
          <Screen backdrop={list.items[0]?.backdrop} className="aspect-video max-h-80 w-full">
            <div className="scrim" />
            <p className="display absolute bottom-6 p-(--gutter) text-title">{list.items[0]?.title}</p>
          </Screen>
        </div>
      </Specimen>
      <Specimen name="Modal">
        <button
          type="button"
          className={buttonStyle()}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t("gallery.open")}
        </button>
        {asking && (
          <Modal
            title={t("gallery.title")}
            detail={t("gallery.intro")}
            close={() => {
              setAsking(false);
            }}
          >
            <p>{t("gallery.sample")}</p>
          </Modal>
        )}
      </Specimen>
      <Specimen name="Sheet">
        <Sheet
          title={t("gallery.title")}
          closeLabel={t("browse.close")}
          trigger={
            <button type="button" className={buttonStyle()}>
              {t("gallery.open")}
            </button>
          }
        >
          <p>{t("gallery.sample")}</p>
        </Sheet>
      </Specimen>
    </Cabinet>
  );
}
