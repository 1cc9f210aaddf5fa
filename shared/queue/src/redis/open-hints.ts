/** Redis answers within milliseconds or is away; with two hints a caller still has its answer within two seconds. */
const HINT_MS_MAX = 800;

/**
 * Makes a function that waits for Redis this long at most. While one call has no answer yet, the next ones are left out: an import would
 * wait for each of its thousands. The call that is given up goes on: it arrives when Redis comes back soon, or fails.
 */
export function openHints(): (ask: () => Promise<void>) => Promise<void> {
  let isSilent = false;
  return async (ask) => {
    if (isSilent) return;
    let timer: NodeJS.Timeout | undefined;
    const asked = ask().finally(() => {
      clearTimeout(timer);
      isSilent = false;
    });
    const given = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        isSilent = true;
        resolve();
      }, HINT_MS_MAX);
    });
    await Promise.race([asked, given]);
  };
}
