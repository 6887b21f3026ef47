// The images of one series, one behind the other, and which of them is seen.

const PREFETCHED = 6;

export class Stack {
  constructor(series, source) {
    this.source = source;
    this.images = [];
    for (const instance of series.instances) {
      for (let frame = 1; frame <= instance.frames; frame++) {
        this.images.push({
          key: `${instance.sop}/${frame}`, path: series.path, sop: instance.sop, frame, raw: instance.raw,
        });
      }
    }
    this.index = Math.floor((this.images.length - 1) / 2);
    this.direction = 1;
  }

  get length() {
    return this.images.length;
  }

  /** Goes to an image, the nearest one there is; false where it is seen already. */
  go(index) {
    const wanted = Math.max(0, Math.min(this.length - 1, Math.round(index)));
    if (wanted === this.index) {
      return false;
    }
    this.direction = wanted > this.index ? 1 : -1;
    this.index = wanted;
    return true;
  }

  current() {
    return this.source.frame(this.images[this.index]);
  }

  /** Fetches what comes next, one after another, most of it in the direction of the last step. */
  async prefetch() {
    const from = this.index;
    for (let step = 1; step <= PREFETCHED; step++) {
      const ahead = from + step * this.direction;
      const behind = from - Math.ceil(step / 2) * this.direction;
      for (const index of [ahead, behind]) {
        if (this.index !== from) {
          return;
        }
        if (this.images[index]) {
          await this.source.frame(this.images[index]).catch(() => null);
        }
      }
    }
  }
}
