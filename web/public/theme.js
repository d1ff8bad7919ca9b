// Runs before the first paint, so that a chosen theme never flashes. The rest of it is in src/features/theme.
(function () {
  const theme = localStorage.getItem("matinee.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
