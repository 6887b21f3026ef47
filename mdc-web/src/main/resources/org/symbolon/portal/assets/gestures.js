// Mouse, touch and keys on the stage, told as commands: scroll, window, zoom, pan.

const PIXELS_A_STEP = 12;
const WHEEL_A_STEP = 60;

/** Listens to pointers and the wheel. `tool()` says what dragging does. */
export function listenToPointers(stage, tool, commands) {
  const pointers = new Map();
  let rest = 0;
  let pinch = 0;

  stage.addEventListener('pointerdown', (event) => {
    if (event.button > 2) {
      return;
    }
    stage.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, button: event.button });
    rest = 0;
    pinch = spread(pointers);
  });

  stage.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const dx = event.clientX - before.x;
    const dy = event.clientY - before.y;
    pointers.set(event.pointerId, { ...before, x: event.clientX, y: event.clientY });
    if (pointers.size >= 2) {
      const wide = spread(pointers);
      if (pinch > 0 && wide > 0) {
        commands.zoom(wide / pinch);
      }
      pinch = wide;
      commands.pan(dx / 2, dy / 2);
      return;
    }
    drag(toolOf(before.button), dx, dy);
  });

  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    stage.addEventListener(name, (event) => {
      pointers.delete(event.pointerId);
      pinch = spread(pointers);
    });
  }

  stage.addEventListener('contextmenu', (event) => event.preventDefault());

  stage.addEventListener('wheel', (event) => {
    event.preventDefault();
    const delta = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * WHEEL_A_STEP;
    if (event.ctrlKey) {
      commands.zoom(Math.exp(-delta / 400));
      return;
    }
    rest += delta;
    const steps = Math.trunc(rest / WHEEL_A_STEP);
    rest -= steps * WHEEL_A_STEP;
    if (steps !== 0) {
      commands.scroll(steps);
    }
  }, { passive: false });

  function toolOf(button) {
    return button === 1 ? 'pan' : button === 2 ? 'zoom' : tool();
  }

  function drag(what, dx, dy) {
    if (what === 'window') {
      commands.window(dx, dy);
    } else if (what === 'zoom') {
      commands.zoom(Math.exp(-dy / 150));
    } else if (what === 'pan') {
      commands.pan(dx, dy);
    } else {
      rest += dy;
      const steps = Math.trunc(rest / PIXELS_A_STEP);
      rest -= steps * PIXELS_A_STEP;
      if (steps !== 0) {
        commands.scroll(steps);
      }
    }
  }
}

function spread(pointers) {
  const [first, second] = [...pointers.values()];
  return second ? Math.hypot(first.x - second.x, first.y - second.y) : 0;
}

/** Listens to keys while the stage has the focus. */
export function listenToKeys(stage, commands) {
  const keys = {
    ArrowDown: () => commands.scroll(1),
    ArrowRight: () => commands.scroll(1),
    ArrowUp: () => commands.scroll(-1),
    ArrowLeft: () => commands.scroll(-1),
    PageDown: () => commands.scroll(10),
    PageUp: () => commands.scroll(-10),
    Home: () => commands.scroll(-Infinity),
    End: () => commands.scroll(Infinity),
    w: () => commands.window(10, 0),
    W: () => commands.window(-10, 0),
    l: () => commands.window(0, -10),
    L: () => commands.window(0, 10),
    '+': () => commands.zoom(1.2),
    '=': () => commands.zoom(1.2),
    '-': () => commands.zoom(1 / 1.2),
    i: () => commands.invert(),
    r: () => commands.reset(),
    f: () => commands.full(),
    z: () => commands.tool('zoom'),
    p: () => commands.tool('pan'),
    s: () => commands.tool('scroll'),
  };
  const panning = { ArrowDown: [0, 20], ArrowUp: [0, -20], ArrowLeft: [-20, 0], ArrowRight: [20, 0] };
  stage.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.shiftKey && panning[event.key]) {
      commands.pan(...panning[event.key]);
    } else if (keys[event.key]) {
      keys[event.key]();
    } else if (!commands.preset(event.key)) {
      return;
    }
    event.preventDefault();
  });
}
