/** What the check of the words is tested with: keys in every guise, and words that no catalogue has. */
export function Sample({ kind, code, t }: { kind: "movie" | "tv"; code: string; t: (key: string) => string }) {
  const service: "mail" | "sms" = kind === "tv" ? "mail" : "sms";
  const loose = `${code}.kind`; // any text could begin it: it tells nothing
  return (
    <section className="rounded text-lg" title={t("nav.home")}>
      {t(`kind.${kind}`)}
      {t(`error.${code}`)}
      {t(`${service}.kind`)}
      {loose}
      <input alt="Matinee" placeholder="smtp.example.org" />
      <button aria-label="Back" />
      <a href="/home">Go home</a>
      {kind === "tv" ? "Yes" : "No"}
      <b>{`${code} films`}</b>
    </section>
  );
}
