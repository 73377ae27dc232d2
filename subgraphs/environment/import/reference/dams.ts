/** Other names by which a dam is known, by its id. */
export const damAliases: Readonly<Record<string, readonly string[]>> = {
  bukhtarma: ["Zaysan"],
  chardarya: ["Chardara", "Shardara"],
  gissar: ["Hisarak", "Gissarak"],
  kapshagay: ["Kapchagay", "Qapshaghay"],
  kayrakkum: ["Bahri Tojik", "Qayroqum", "Obanbori Qayroqum"],
  salma: ["India-Afghanistan Friendship Dam"],
  tuaymuyun: ["Tuyamuyun", "Tuyamuin"],
};

/** The plant of the power plant database that stands at a dam, by the dam's id; one plant may stand for a shared dam. */
export const powerPlants: Readonly<Record<string, readonly [file: string, plant: string]>> = {
  "ust-kamenogorsk": ["Kazakhstan", "Ust-Kamenogorsk HPP"],
  bukhtarma: ["Kazakhstan", "JSC Bukhtarminskaya"],
  shulba: ["Kazakhstan", "Shulbinskaya HPP"],
  kapshagay: ["Kazakhstan", "Kapchagan"],
  chardarya: ["Kazakhstan", "Shardara"],
  nurek: ["Tajikistan", "Nurek"],
  perapadnaya: ["Tajikistan", "Peredpadnaya"],
  centralnaya: ["Tajikistan", "Tsentralnaya"],
  "sangtuda-1": ["Tajikistan", "Sangtuda 1"],
  baipaza: ["Tajikistan", "Baipaza"],
  sarband: ["Tajikistan", "Golovnaya"],
  kayrakkum: ["Tajikistan", "Kairakkum"],
  tuaymuyun: ["Uzbekistan", "Tuyamuin"],
  andijan: ["Uzbekistan", "Andijan"],
  charvak: ["Uzbekistan", "Charvak"],
  "farkhad-tjk": ["Uzbekistan", "Farkhad"],
  "farkhad-uzb": ["Uzbekistan", "Farkhad"],
};

const farkhad = "Listed under Tajikistan and under Uzbekistan: one dam, to be counted once in a sum over countries";
const reservoirPosition = "The position is that of the reservoir, far from the dam";

/** What is known to be wrong or doubtful in the figures of a dam, by its id. The figures stay as they are printed. */
export const damIssues: Readonly<Record<string, readonly string[]>> = {
  baipaza: ["An area of 0.13 km2 is too small for the reservoir"],
  bukhtarma: [reservoirPosition],
  chartak: ["Listed in the Amu Darya basin; the Chartaksay runs in the Ferghana valley, in that of the Syr Darya"],
  "farkhad-tjk": [farkhad],
  "farkhad-uzb": [farkhad],
  kapshagay: [reservoirPosition],
  "kara-bura": ["The area equals that of the Kirov reservoir, likely by mistake"],
  kayrakkum: ["An area of 5,450 km2 would make the reservoir 0.76 m deep; likely ten times too large"],
  pachkamar: ["The capacity equals that of Talimarjan, likely by mistake"],
  rogun: ["Not completed: height, capacity and area are those of the project"],
  "sangtuda-2": ["The power plant database repeats another plant's row with 30 MW for it, which is not taken over"],
  "shah-wa-arus": ["A capacity of 0.18 million m3 is too small for a dam 75 m high"],
  talimarjan: ["A height of 635 m is a misprint"],
};
