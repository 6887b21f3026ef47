// The viewer of a page: puts frames, stack, painter and gestures together.

import { FrameSource } from './frames.js';
import { listenToKeys, listenToPointers } from './gestures.js';
import { Painter } from './painter.js';
import { CT_PRESETS } from './presets.js';
import { Stack } from './stack.js';

const MIN_ZOOM = 0.2;
const MAX_ZOOM = 20;

class Viewer {
  constructor(root, listing) {
    this.root = root;
    this.listing = listing;
    this.source = new FrameSource(root.dataset.dicomWeb);
    this.stage = root.querySelector('[data-stage]');
    this.painter = new Painter(root.querySelector('[data-canvas]'));
    this.slider = root.querySelector('[data-slider]');
    this.presets = root.querySelector('[data-presets]');
    this.stacks = new Map();
    this.tool = 'window';
    this.frame = null;
    this.wanted = 0;
    this.listen();
    this.useTool(window.matchMedia('(pointer: coarse)').matches ? 'scroll' : 'window');
    this.open(listing.series[0].path);
  }

  listen() {
    const commands = {
      scroll: (steps) => this.go(this.stack.index + steps),
      window: (dx, dy) => this.changeWindow(dx, dy),
      zoom: (factor) => this.change({ zoom: Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, this.view.zoom * factor)) }),
      pan: (dx, dy) => this.change({
        panX: this.view.panX + dx / this.stage.clientWidth, panY: this.view.panY + dy / this.stage.clientHeight,
      }),
      invert: () => this.change({ inverted: !this.view.inverted }),
      reset: () => this.reset(),
      full: () => this.full(),
      tool: (name) => this.useTool(name),
      preset: (key) => this.usePreset(this.presetList().find((each) => each.key === key)),
    };
    listenToPointers(this.stage, () => this.tool, commands);
    listenToKeys(this.stage, commands);
    this.slider.addEventListener('input', () => this.go(Number(this.slider.value) - 1));
    this.presets.addEventListener('change', () => {
      const preset = this.presetList()[Number(this.presets.value)];
      if (this.presets.value === '' || !preset) {
        this.change({ window: null });
      } else {
        this.usePreset(preset);
      }
    });
    for (const button of this.root.querySelectorAll('[data-tool]')) {
      button.addEventListener('click', () => this.useTool(button.dataset.tool));
    }
    for (const button of this.thumbnails()) {
      button.addEventListener('click', () => this.open(button.dataset.series));
    }
    this.root.querySelector('[data-invert]').addEventListener('click', commands.invert);
    this.root.querySelector('[data-reset]').addEventListener('click', commands.reset);
    this.root.querySelector('[data-full]').addEventListener('click', commands.full);
    new ResizeObserver(() => {
      if (this.painter.fit(this.stage)) {
        this.draw();
      }
    }).observe(this.stage);
  }

  thumbnails() {
    return this.root.querySelectorAll('[data-series]');
  }

  presetList() {
    return this.series && this.series.modality === 'CT' ? CT_PRESETS : [];
  }

  /** Shows a series where it was left. */
  open(path) {
    this.series = this.listing.series.find((each) => each.path === path);
    if (!this.stacks.has(path)) {
      this.stacks.set(path, { stack: new Stack(this.series, this.source), view: this.freshView() });
    }
    const opened = this.stacks.get(path);
    this.stack = opened.stack;
    this.view = opened.view;
    this.frame = null;
    this.slider.max = String(this.stack.length);
    this.slider.disabled = this.stack.length < 2;
    for (const button of this.thumbnails()) {
      button.setAttribute('aria-selected', String(button.dataset.series === path));
    }
    this.fillPresets();
    this.show();
  }

  freshView() {
    return { window: null, zoom: 1, panX: 0, panY: 0, inverted: false };
  }

  fillPresets() {
    this.presets.length = 1;
    this.presetList().forEach((preset, index) => {
      this.presets.add(new Option(`${preset.name} (${preset.key})`, String(index)));
    });
    this.presets.disabled = this.presetList().length === 0;
  }

  go(index) {
    if (this.stack.go(index)) {
      this.show();
    }
  }

  async show() {
    const turn = ++this.wanted;
    const { stack } = this;
    this.tellPosition();
    try {
      const frame = await stack.current();
      if (turn !== this.wanted) {
        return;
      }
      this.frame = frame;
      this.say('');
      this.draw();
      this.stage.dataset.shown = String(stack.index + 1);
      stack.prefetch();
    } catch (problem) {
      if (turn === this.wanted) {
        this.frame = null;
        this.painter.clear();
        this.say(problem.message);
      }
    }
  }

  change(changes) {
    Object.assign(this.view, changes);
    this.draw();
  }

  changeWindow(dx, dy) {
    if (!this.frame) {
      return;
    }
    const now = this.view.window || this.frame.window;
    const step = Math.max(0.1, now.width / 200);
    this.change({ window: { center: now.center + dy * step, width: Math.max(1, now.width + dx * step) } });
    this.presets.value = '';
  }

  usePreset(preset) {
    if (!preset) {
      return false;
    }
    this.change({ window: { center: preset.center, width: preset.width } });
    this.presets.value = String(this.presetList().indexOf(preset));
    return true;
  }

  useTool(name) {
    this.tool = name;
    this.stage.dataset.drag = name;
    for (const button of this.root.querySelectorAll('[data-tool]')) {
      button.setAttribute('aria-checked', String(button.dataset.tool === name));
    }
  }

  reset() {
    Object.assign(this.view, this.freshView());
    this.presets.value = '';
    this.draw();
  }

  async full() {
    try {
      await (document.fullscreenElement ? document.exitFullscreen() : this.root.requestFullscreen());
    } catch (refused) {
      this.root.classList.toggle('whole-window');
    }
    this.stage.focus();
  }

  draw() {
    if (!this.frame) {
      return;
    }
    this.painter.fit(this.stage);
    const shown = this.view.window || this.frame.window;
    this.painter.paint(this.frame, { ...this.view, window: shown });
    this.tell('window', `W ${Math.round(shown.width)}  L ${Math.round(shown.center)}`);
    this.tell('zoom', `${Math.round(this.view.zoom * 100)} %`);
    this.root.querySelector('[data-invert]').setAttribute('aria-pressed', String(this.view.inverted));
  }

  tellPosition() {
    const name = [this.series.modality, this.series.number].filter(Boolean).join(' ');
    this.tell('series', name);
    this.tell('position', `${this.stack.index + 1} / ${this.stack.length}`);
    this.slider.value = String(this.stack.index + 1);
  }

  tell(where, text) {
    this.root.querySelector(`[data-overlay="${where}"]`).textContent = text;
  }

  say(text) {
    const message = this.root.querySelector('[data-message]');
    message.textContent = text;
    message.hidden = text === '';
  }
}

async function start(root) {
  const response = await fetch(root.dataset.source, { headers: { Accept: 'application/json' } });
  if (!response.ok) {
    throw new Error(`The images of this page cannot be listed (${response.status})`);
  }
  const listing = await response.json();
  if (listing.series.length > 0) {
    root.viewer = new Viewer(root, listing);
  }
}

for (const root of document.querySelectorAll('[data-viewer]')) {
  start(root).catch((problem) => {
    const message = root.querySelector('[data-message]');
    message.textContent = problem.message;
    message.hidden = false;
  });
}
