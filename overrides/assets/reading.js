// What the reader chose on this device (letters, ground, contrast) stands on the page before it is first drawn, as
// words of one attribute: data-reading="l150 dark more". The words are made by portal/reading.js, obeyed by the style.
{
  const take = () => {
    try {
      document.documentElement.dataset.reading = localStorage.getItem("cach-doc") ?? "";
    } catch {} // a browser that keeps nothing: as the system wishes
  };
  take();
  addEventListener("storage", take); // chosen in another tab
  addEventListener("pageshow", take); // a page from before the choice comes back
}
