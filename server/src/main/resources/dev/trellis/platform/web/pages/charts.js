// Draws the charts that the server describes; see Chart.java for the shape of the description.
(() => {
  "use strict";
  const drawn = new Map();
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const COLOURS = ["leaf", "sun-fill", "sky", "clay"];
  const see = (hex, share) => hex + Math.round(share * 255).toString(16).padStart(2, "0");

  function dataset(series, index) {
    const ink = colour(COLOURS[index % COLOURS.length]);
    const base = { label: series.name, data: series.values, borderColor: ink, backgroundColor: ink };
    switch (series.shape) {
      case "BARS": return { ...base, type: "bar", backgroundColor: see(ink, .75), borderRadius: 5, maxBarThickness: 28, borderWidth: 0 };
      case "POINTS": return { ...base, type: "line", showLine: false, pointRadius: 4.5 };
      case "GUIDE": return { ...base, type: "line", pointRadius: 0, pointHitRadius: 0, borderWidth: 2, borderDash: [6, 5], spanGaps: true };
      case "RANGES": return { ...base, type: "bar", data: series.values.map((low, i) => low === null ? null : [low, series.upper[i]]), backgroundColor: see(ink, .45), borderRadius: 5, borderSkipped: false, maxBarThickness: 22 };
      default: return { ...base, type: "line", borderWidth: 2.5, tension: .25, pointRadius: 3.5, spanGaps: false };
    }
  }

  window.trellisChart = canvas => {
    const chart = JSON.parse(canvas.dataset.chart);
    const soft = colour("ink-soft"), line = colour("line");
    const unit = chart.unit ? (chart.unit === "%" ? "%" : " " + chart.unit) : "";
    drawn.get(canvas)?.destroy();
    canvas.dataset.drawn = "yes";
    drawn.set(canvas, new Chart(canvas, {
      data: { labels: chart.labels, datasets: chart.series.map(dataset) },
      options: {
        responsive: true, maintainAspectRatio: false, animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350 },
        interaction: { mode: "index", intersect: false },
        font: { family: "Figtree, sans-serif" }, color: soft,
        scales: {
          x: { grid: { display: false }, ticks: { color: soft, maxRotation: 0, autoSkipPadding: 12 }, border: { color: line } },
          y: { min: chart.lowest, max: chart.highest, grid: { color: line }, border: { display: false }, ticks: { color: soft, callback: value => value + unit, maxTicksLimit: 6 } },
        },
        plugins: {
          legend: { display: chart.series.length > 1, position: "bottom", labels: { color: soft, usePointStyle: true, boxHeight: 7 } },
          tooltip: { callbacks: { label: item => item.dataset.label + ": " + (Array.isArray(item.raw) ? item.raw.join(" to ") : item.formattedValue) + unit } },
        },
      },
    }));
  };
  window.trellisRedraw = () => drawn.forEach((_, canvas) => window.trellisChart(canvas));
})();
