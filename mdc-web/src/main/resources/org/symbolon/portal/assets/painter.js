// Draws a frame on the canvas: window and level through a table, then zoom and pan.

const VALUES = 65536;

/** Grey of every possible sample (PS3.3 C.11.2.1.2, linear). */
export function lookUpTable(frame, window, inverted) {
  const table = new Uint8ClampedArray(VALUES);
  const signed = frame.samples instanceof Int16Array || frame.samples instanceof Int8Array;
  const steps = Math.max(1, window.width) - 1 || 1;
  const flip = inverted !== frame.inverted;
  for (let i = 0; i < VALUES; i++) {
    const sample = signed && i >= VALUES / 2 ? i - VALUES : i;
    const shown = (((sample * frame.slope + frame.intercept) - (window.center - 0.5)) / steps + 0.5) * 255;
    table[i] = flip ? 255 - shown : shown;
  }
  return table;
}

export class Painter {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    this.picture = document.createElement('canvas');
    this.pictureContext = this.picture.getContext('2d', { willReadFrequently: true });
  }

  /** Makes the canvas as sharp as the screen; true where its size changed. */
  fit(stage) {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.max(1, Math.round(stage.clientWidth * ratio));
    const height = Math.max(1, Math.round(stage.clientHeight * ratio));
    if (this.canvas.width === width && this.canvas.height === height) {
      return false;
    }
    this.canvas.width = width;
    this.canvas.height = height;
    return true;
  }

  /** Screen pixels of the canvas per pixel of the frame when the whole frame is seen. */
  wholeScale(frame) {
    const [x, y] = this.aspect(frame);
    return Math.min(this.canvas.width / (frame.width * x), this.canvas.height / (frame.height * y));
  }

  /** Pixels that are not square are drawn as large as they were. */
  aspect(frame) {
    const [row, column] = (frame.spacing || []).map(Number);
    return row > 0 && column > 0 ? [1, row / column] : [1, 1];
  }

  paint(frame, view) {
    this.develop(frame, view);
    const { context, canvas } = this;
    const scale = this.wholeScale(frame) * view.zoom;
    const [x, y] = this.aspect(frame);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingEnabled = scale < 4;
    context.imageSmoothingQuality = 'high';
    context.translate(canvas.width / 2 + view.panX * canvas.width, canvas.height / 2 + view.panY * canvas.height);
    context.scale(scale * x, scale * y);
    context.drawImage(this.picture, -frame.width / 2, -frame.height / 2);
  }

  develop(frame, view) {
    const { picture, pictureContext } = this;
    if (picture.width !== frame.width || picture.height !== frame.height) {
      picture.width = frame.width;
      picture.height = frame.height;
    }
    const image = pictureContext.createImageData(frame.width, frame.height);
    const pixels = new Uint32Array(image.data.buffer);
    const table = lookUpTable(frame, view.window, view.inverted);
    if (frame.samples) {
      const { samples } = frame;
      for (let i = 0; i < pixels.length; i++) {
        const grey = table[samples[i] & 0xffff];
        pixels[i] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
      }
    } else {
      const { data } = frame.pixels;
      for (let i = 0, at = 0; i < pixels.length; i++, at += 4) {
        pixels[i] = 0xff000000 | (table[data[at + 2]] << 16) | (table[data[at + 1]] << 8) | table[data[at]];
      }
    }
    pictureContext.putImageData(image, 0, 0);
  }

  clear() {
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.fillStyle = '#000';
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }
}
