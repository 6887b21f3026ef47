// Light or dark: what the reader chose here before, else what the system says. Runs before the page is drawn.
(function () {
  'use strict';
  const KEY = 'symbolon-theme';
  const root = document.documentElement;

  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch (blocked) {
      return null;
    }
  }

  function remember(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch (blocked) {
      root.dataset.themeNotKept = 'true';
    }
  }

  function current() {
    const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    return root.dataset.theme || (systemIsDark ? 'dark' : 'light');
  }

  const theme = remembered();
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
  }
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-theme-toggle]')) {
      root.dataset.theme = current() === 'dark' ? 'light' : 'dark';
      remember(root.dataset.theme);
    }
  });
})();
