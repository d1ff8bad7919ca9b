/** Regions with watch providers and age ratings worth asking for, as ISO 3166-1 codes. */
export const REGIONS: readonly string[] = (
  "AE AR AT AU BE BG BO BR CA CH CL CO CR CZ DE DK DO EC EE EG ES FI FR GB GR GT HK HR HU ID IE IL IN IS IT JP KE KR " +
  "LT LU LV MA MX MY NG NL NO NZ PA PE PH PL PT PY RO RS SA SE SG SI SK TH TN TR TW UA US UY VE ZA"
).split(" ");
