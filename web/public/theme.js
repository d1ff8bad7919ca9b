// Runs before the first paint, so that neither a chosen theme nor the side that a language begins on ever flashes.
// The rest of it is in src/features/theme and src/features/locale.
(function () {
  const page = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // the browser refuses to keep anything
    }
  };
  const theme = kept("matinee.theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  const wishes = [kept("matinee.language") ?? "", ...navigator.languages];
  const bases = wishes.map((tag) => tag.toLowerCase().split("-")[0]);
  page.lang = bases.find((base) => ["en", "de", "fr", "es", "ar"].includes(base)) ?? "en";
  page.dir = page.lang === "ar" ? "rtl" : "ltr";

  // The bars around the page take its colour: by the device as long as nothing is chosen.
  const metas = [...document.querySelectorAll("meta[name=theme-color]")]; // light, then dark
  const colours = metas.map((meta) => meta.content);
  const colour = () => {
    const chosen = ["light", "dark"].indexOf(page.dataset.theme);
    metas.forEach((meta, index) => {
      meta.content = colours[chosen < 0 ? index : chosen];
    });
  };
  new MutationObserver(colour).observe(page, { attributeFilter: ["data-theme"] });
  colour();
})();
