// Runs before the first paint, so that neither a chosen theme nor the side a chosen language begins on ever flashes.
// The rest of it is in src/features/theme and src/features/locale.
(function () {
  const page = document.documentElement;
  const theme = localStorage.getItem("matinee.theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  const language = localStorage.getItem("matinee.language");
  if (language) page.lang = language;
  if (language === "ar") page.dir = "rtl";
})();
