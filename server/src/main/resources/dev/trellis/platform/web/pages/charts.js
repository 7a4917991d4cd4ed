// Draws the charts that the server describes; see Chart.java for the shape of the description.
(() => {
  "use strict";
  const drawn = new Map();
  Chart.defaults.font.family = "Figtree, sans-serif";
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const COLOURS = ["leaf", "sun", "sky", "clay"];
  const see = (hex, share) => hex + Math.round(share * 255).toString(16).padStart(2, "0");

  function dataset(series, index) {
    const ink = colour(COLOURS[index % COLOURS.length]);
    const base = { label: series.name, data: series.values, borderColor: ink, backgroundColor: ink, clip: false };
    switch (series.shape) {
      // What was nothing is a thin bar; what is not known is none.
      case "BARS": return { ...base, type: "bar", backgroundColor: see(ink, .75), borderRadius: 5, maxBarThickness: 28, borderWidth: 0, minBarLength: 3 };
      case "POINTS": return { ...base, type: "line", showLine: false, pointRadius: 5, order: -1, borderColor: colour("ink"), backgroundColor: colour("ink") };
      case "GUIDE": return { ...base, type: "line", pointRadius: 0, pointHitRadius: 0, borderWidth: 2, borderDash: [6, 5] };
      case "RANGES": return { ...base, type: "bar", data: series.values.map((low, i) => low === null ? null : [low, series.upper[i]]), backgroundColor: see(ink, .45), borderRadius: 5, borderSkipped: false, maxBarThickness: 22 };
      default: return { ...base, type: "line", borderWidth: 2.5, tension: 0, pointRadius: 3.5, spanGaps: false };
    }
  }

  window.trellisChart = (canvas, animated = true) => {
    const chart = JSON.parse(canvas.dataset.chart);
    const soft = colour("ink-soft"), line = colour("line"), strong = colour("line-strong");
    const unit = chart.unit ? (chart.unit === "%" ? "%" : " " + chart.unit) : "";
    const sideways = chart.axes.sideways;
    const number = value => Number.isFinite(value) ? String(Math.round(value * 100) / 100) : "";
    const labels = { grid: { display: false }, ticks: { color: soft, maxRotation: 0, autoSkip: !sideways, autoSkipPadding: 12 }, border: { display: !sideways, color: line } };
    const values = {
      min: chart.lowest, max: chart.highest, border: { display: false },
      // Where values may lie on both sides of zero, zero is what they are compared with.
      grid: { color: tick => tick.tick.value === 0 && chart.lowest < 0 ? strong : line, lineWidth: tick => tick.tick.value === 0 && chart.lowest < 0 ? 2 : 1 },
      ticks: { color: soft, callback: value => number(value) + (sideways ? "" : unit), maxTicksLimit: 6, stepSize: chart.axes.step, includeBounds: !sideways },
      title: { display: chart.axes.values !== "", text: chart.axes.values, color: soft },
    };
    drawn.get(canvas)?.destroy();
    canvas.dataset.drawn = "yes";
    const still = !animated || matchMedia("(prefers-reduced-motion: reduce)").matches;
    drawn.set(canvas, new Chart(canvas, {
      data: { labels: chart.labels, datasets: chart.series.map(dataset) },
      options: {
        responsive: true, maintainAspectRatio: false, animation: still ? false : { duration: 350 },
        indexAxis: sideways ? "y" : "x", layout: { padding: { top: 8, right: 8 } },
        interaction: { mode: "index", intersect: false, axis: sideways ? "y" : "x" },
        color: soft,
        scales: sideways ? { x: values, y: labels } : { x: labels, y: values },
        plugins: {
          legend: { display: chart.series.length > 1, position: "bottom", labels: { color: soft, usePointStyle: true, boxHeight: 7 } },
          tooltip: { callbacks: { label: item => item.dataset.label + ": " + (Array.isArray(item.raw) ? item.raw.map(number).join(" to ") : number(item.raw)) + unit } },
        },
      },
    }));
  };
  window.trellisRedraw = () => drawn.forEach((_, canvas) => { if (canvas.isConnected) window.trellisChart(canvas, false); else { drawn.get(canvas).destroy(); drawn.delete(canvas); } });
})();
