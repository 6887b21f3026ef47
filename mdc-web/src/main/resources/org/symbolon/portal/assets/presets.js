// Windows that radiologists use for CT, in Hounsfield units; the digit is also the key.
export const CT_PRESETS = [
  { key: '1', name: 'Lung', center: -600, width: 1500 },
  { key: '2', name: 'Mediastinum', center: 40, width: 400 },
  { key: '3', name: 'Bone', center: 400, width: 1800 },
  { key: '4', name: 'Abdomen', center: 60, width: 350 },
  { key: '5', name: 'Brain', center: 40, width: 80 },
];
