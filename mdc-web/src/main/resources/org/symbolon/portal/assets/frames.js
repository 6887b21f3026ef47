// Frames over DICOMweb (PS3.18): plain pixels where the browser can read them, pictures made by the server elsewhere.

const MAX_CACHED_BYTES = 192 * 1024 * 1024;
const RAW = 'multipart/related; type="application/octet-stream"; transfer-syntax=*';

function value(attributes, tag, otherwise) {
  const element = attributes && attributes[tag];
  return element && element.Value && element.Value.length > 0 ? element.Value[0] : otherwise;
}

function number(attributes, tag, otherwise) {
  const found = Number(value(attributes, tag, otherwise));
  return Number.isFinite(found) ? found : otherwise;
}

/** What the pixels of an instance mean, from its DICOM JSON. */
export function describe(attributes) {
  return {
    rows: number(attributes, '00280010', 0),
    columns: number(attributes, '00280011', 0),
    samples: number(attributes, '00280002', 1),
    allocated: number(attributes, '00280100', 0),
    stored: number(attributes, '00280101', 0),
    signed: number(attributes, '00280103', 0) === 1,
    photometric: String(value(attributes, '00280004', '')),
    slope: number(attributes, '00281053', 1) || 1,
    intercept: number(attributes, '00281052', 0),
    center: number(attributes, '00281050', NaN),
    width: number(attributes, '00281051', NaN),
    spacing: attributes && attributes['00280030'] ? attributes['00280030'].Value : null,
    description: String(value(attributes, '0008103E', '')),
  };
}

function isPlainGrey(description) {
  const bits = description.allocated;
  return description.samples === 1 && (bits === 8 || bits === 16)
    && (description.photometric === 'MONOCHROME1' || description.photometric === 'MONOCHROME2');
}

/** The first part of a multipart body (RFC 2046): behind its headers, as long as the frame is. */
export function firstPart(bytes, length) {
  for (let i = 0; i + 3 < bytes.length && i < 4096; i++) {
    if (bytes[i] === 13 && bytes[i + 1] === 10 && bytes[i + 2] === 13 && bytes[i + 3] === 10) {
      return bytes.slice(i + 4, i + 4 + length);
    }
  }
  throw new Error('The answer has no part');
}

function samplesOf(bytes, description) {
  const unused = description.allocated - description.stored;
  if (description.allocated === 8) {
    return description.signed ? new Int8Array(bytes.buffer) : bytes;
  }
  const samples = description.signed ? new Int16Array(bytes.buffer) : new Uint16Array(bytes.buffer);
  if (unused > 0 && unused < 16) {
    const mask = (1 << description.stored) - 1;
    for (let i = 0; i < samples.length; i++) {
      samples[i] = description.signed ? ((samples[i] << (16 + unused)) >> (16 + unused)) : samples[i] & mask;
    }
  }
  return samples;
}

function range(samples) {
  let low = samples[0];
  let high = samples[0];
  for (let i = 1; i < samples.length; i++) {
    if (samples[i] < low) low = samples[i];
    else if (samples[i] > high) high = samples[i];
  }
  return [low, high];
}

function windowOf(description, samples) {
  if (Number.isFinite(description.center) && description.width > 0) {
    return { center: description.center, width: description.width };
  }
  const [low, high] = range(samples).map((each) => each * description.slope + description.intercept);
  return { center: (low + high) / 2, width: Math.max(1, Math.abs(high - low)) };
}

/** Loads frames and keeps the last ones. */
export class FrameSource {
  constructor(base) {
    this.base = base;
    this.series = new Map();
    this.kept = new Map();
    this.keptBytes = 0;
  }

  /** Descriptions of a series' instances by SOP Instance UID; asked for once. */
  descriptions(path) {
    if (!this.series.has(path)) {
      const asked = this.askDescriptions(path);
      asked.catch(() => this.series.delete(path));
      this.series.set(path, asked);
    }
    return this.series.get(path);
  }

  async askDescriptions(path) {
    const response = await fetch(`${this.base}${path}/metadata`, { headers: { Accept: 'application/dicom+json' } });
    if (!response.ok) {
      throw new Error(`The series cannot be read (${response.status})`);
    }
    const bySop = new Map();
    for (const attributes of await response.json()) {
      bySop.set(value(attributes, '00080018', ''), describe(attributes));
    }
    return bySop;
  }

  /** A frame; the promise is shared by all who ask for it meanwhile. */
  frame(image) {
    const known = this.kept.get(image.key);
    if (known) {
      this.kept.delete(image.key);
      this.kept.set(image.key, known);
      return known.promise;
    }
    const entry = { bytes: 0, promise: this.load(image) };
    this.kept.set(image.key, entry);
    entry.promise.then((frame) => {
      entry.bytes = frame.samples ? frame.samples.byteLength : frame.pixels.data.byteLength;
      this.keptBytes += entry.bytes;
      this.drop(image.key);
    }, () => this.kept.delete(image.key));
    return entry.promise;
  }

  drop(newest) {
    for (const [key, entry] of this.kept) {
      if (this.keptBytes <= MAX_CACHED_BYTES) {
        return;
      }
      if (key !== newest && entry.bytes > 0) {
        this.kept.delete(key);
        this.keptBytes -= entry.bytes;
      }
    }
  }

  async load(image) {
    const description = (await this.descriptions(image.path)).get(image.sop) || describe({});
    const raw = image.raw && isPlainGrey(description);
    return raw ? this.loadSamples(image, description) : this.loadPicture(image, description);
  }

  async loadSamples(image, description) {
    const response = await fetch(`${this.base}${image.path}/instances/${image.sop}/frames/${image.frame}`, {
      headers: { Accept: RAW },
    });
    if (!response.ok) {
      throw new Error(`The image cannot be read (${response.status})`);
    }
    const length = description.rows * description.columns * (description.allocated / 8);
    const body = new Uint8Array(await response.arrayBuffer());
    const multipart = (response.headers.get('Content-Type') || '').startsWith('multipart/');
    const bytes = multipart ? firstPart(body, length) : body.slice(0, length);
    if (bytes.length < length) {
      throw new Error('The image is shorter than it says');
    }
    const samples = samplesOf(bytes, description);
    return {
      width: description.columns,
      height: description.rows,
      samples,
      pixels: null,
      slope: description.slope,
      intercept: description.intercept,
      inverted: description.photometric === 'MONOCHROME1',
      window: windowOf(description, samples),
      spacing: description.spacing,
    };
  }

  async loadPicture(image, description) {
    const response = await fetch(
      `${this.base}${image.path}/instances/${image.sop}/frames/${image.frame}/rendered`, { headers: { Accept: 'image/png' } });
    if (!response.ok) {
      throw new Error(response.status === 415 || response.status === 406
        ? 'This kind of image cannot be shown yet' : `The image cannot be read (${response.status})`);
    }
    const bitmap = await createImageBitmap(await response.blob());
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    return {
      width: bitmap.width,
      height: bitmap.height,
      samples: null,
      pixels: context.getImageData(0, 0, bitmap.width, bitmap.height),
      slope: 1,
      intercept: 0,
      inverted: false,
      window: { center: 128, width: 256 },
      spacing: description.spacing,
    };
  }
}
