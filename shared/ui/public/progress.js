// Keeps a page that waits up to date. Without scripts such a page loads itself again.
const box = document.querySelector("[data-progress]");
if (box !== null && "EventSource" in window) {
  const bar = box.querySelector("progress");
  const label = box.querySelector("[data-progress-text]");
  const events = new EventSource(box.dataset.progress);
  events.addEventListener("message", ({ data }) => {
    const { percent, text } = JSON.parse(data);
    bar.value = percent;
    label.textContent = text;
  });
  events.addEventListener("over", () => {
    events.close();
    window.location.reload();
  });
}
