// On every page of a site that keeps pages on the device (extra, offline in mkdocs.yml).
navigator.serviceWorker?.register(new URL("../sw.js", document.currentScript.src)).catch(() => {});
