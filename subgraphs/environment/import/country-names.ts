/** The six as Our World in Data names them. */
const codes: Readonly<Record<string, string>> = {
  Afghanistan: "AFG",
  Kazakhstan: "KAZ",
  Kyrgyzstan: "KGZ",
  Tajikistan: "TJK",
  Turkmenistan: "TKM",
  Uzbekistan: "UZB",
};

export function codeOfName(name: string): string {
  const code = codes[name];
  if (!code) throw new Error(`No country by the name ${name}`);
  return code;
}
