// What stands at the worker's address while nothing is kept on devices: whoever has a worker of before gets this one,
// which takes away what was kept, and itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const left = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(`gan-dan ${registration.scope} `));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(left());
});
