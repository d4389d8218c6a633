const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

/**
 * Names that are also words of English, Spanish, Hmong or Somali texts about school. Alone they say nothing: "will", "grace",
 * "her", "King" may be anybody. Lower case and without accents.
 */
export const WORD_NAMES = words(`
  amber an angel april archer art ash august autumn bailey baker bay bee bell best bill bird bishop black bliss bloom
  blossom blue bond booker books brook brooks brown bush camp case cash chance chase cherry christian church clay
  coach cook cross cruz crystal daisy dash dawn day dean destiny do doctor dolores drew duke early east ebony eden
  english faith fern field flores flowers ford forest foster fox frank free freeman french frost gates gay gene glory
  good goode grace grant graves gray green grey guy hall hand harmony haven hay hazel her hill holiday holly hope
  house hunt hunter iris ivy jade jasmine jay jewel journey joy judge june justice key king knight lake lamb land lane
  lark law laws liberty light lily link lo long lor love luna luz ma major mark mars marshal may mays mercy merit
  miles mill miller mills mo moon moore more my new noble north nova ocean olive pa page paige paris park pat patience
  pearl penny pepper pleasant pleasure poe pond pope potter power powers price pride prince quest rain raven ray reed
  rich river rivers robin rock rod rosa rose ruby rue rush sage sandy say scout see short silver singer sky so sol
  song south spring star stark steele stone story street strong sue summer summers sun sunny swan swift temple tiger
  treasure trinity true unity valley van vera victor victory violet walker wall ward waters way weeks wells west white
  wild will win winter winters wise wolf wood woods worth young
`)

/** Small words inside names, and what is written before or after them: no part of what anybody is known by. */
export const NAME_PARTICLES = words(`
  al and ap bin binti da das de del della den der di dos du el ibn ii iii iv jr la las los mc ph phd
  san santa sr st ten ter van von y zu edd med ed
`)

/** What stands before a name, and makes a common word one: "Ms. King". */
export const TITLES = words(`
  mr mrs ms mx miss dr prof professor principal superintendent coach teacher senor senora sr sra srta don dona
`)
