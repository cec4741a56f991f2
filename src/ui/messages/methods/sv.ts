import type { methodsEn } from './en.ts'

/** Swedish texts of the methods: what each measure is, and how the cities were made comparable. */
export const methodsSv = {
  'methods.title': 'Nyckeltalen',
  'methods.lead': 'Varje nyckeltal för en stadsdel, dess formel och källa. En lucka betyder att siffran inte går att få ur data.',
  'methods.comparable': 'Hur städerna gjordes jämförbara',
  'methods.sources': 'Källor: {city}',
  'methods.scenario': 'Hur scenarier räknas',
  'methods.scenario.edits': 'Ändringar',
  'methods.scenario.edits.how':
    'Ändringarna görs i ordning; där två möts på en byggnad gäller den senare. ”Före” räknas med scenariots egna antaganden, så att skillnaden visar enbart ändringarna. En byggnad hittas genom sin identitet; finns den inte längre i data söks den efter plats och storlek, och du avgör.',
  'methods.scenario.energy': 'Energi för det som ändras',
  'methods.scenario.energy.how':
    'En byggnad som förblir som den är har tabellens energi. Det som renoveras eller är nytt räknas efter den värme som väggar, tak, fönster och luft förlorar under året (graddagar, bas 17 °C), minus värmetillskott, och anpassas så att den oförändrade byggnaden ger samma på båda sätten. Väggar mot grannhus räknas som ytterväggar. Värmegenomgångstal, åtgärdspaket och graddagar är antaganden som du kan ändra.',
  'methods.scenario.people': 'Invånare, bostäder och arbetsplatser',
  'methods.scenario.people.how':
    'De följer den våningsyta som ett scenario lägger till eller tar bort, efter våningsyta per bostad, invånare per bostad och våningsyta per arbetsplats: antaganden som du kan ändra. De som bor där i dag är de i data.',
  'methods.scenario.view': 'Att se',
  'methods.scenario.view.how':
    'Sektioner, siktområden och himmelsvy räknas ur byggnadernas ytor, upphöjda till sin höjd, på plan mark och utan träd. Himmelsfaktor: 1 minus medelvärdet av sin² av horisontens höjd. Solel: takyta × användbar andel × 0,20 kW/m² × årsutbyte × det ljus från sol och himmel som grannarna släpper fram till taket.',
  'methods.statistics': 'Hur stadsdelar jämförs',
  'methods.statistics.scores':
    'En standardpoäng säger hur många standardavvikelser en stadsdel ligger över eller under medeltalet, i sin egen stad eller i alla. Där stadsdelarna är få eller några är extrema säger medianen och medianen av avvikelserna mer; båda står under tabellen.',
  'methods.statistics.clusters':
    'Morans I säger om grannar är lika i staden som helhet; lokalt Morans I och Getis-Ords Gi* säger var. Grannar är stadsdelar som rör vid varandra eller de närmaste i meter; för Morans I har varje stadsdels vikter summan 1, för Gi* väger varje granne och stadsdelen själv 1. P-värdena kommer från {permutations} blandningar med fast frö och är tvåsidiga; q-värdena håller andelen falska fynd vid 5 %. Städerna testas var för sig: ingen granne ligger på andra sidan havet.',
  'methods.statistics.ranks':
    'En del av varje byggnads fel är gemensam för alla, eftersom en och samma regel har gett dem; resten är dess eget. Siffror vars fel inte är känt, till exempel invånare, tas som de är.',
  'methods.verdict.good': 'Städerna kan jämföras med den här siffran; observera åren.',
  'methods.verdict.care': 'Jämför med försiktighet: källorna skiljer sig på ett sätt som ingen beräkning kan rätta till.',

  'methods.measure.land-area': 'Stadsdelens mark utan hav; sjöar och åar räknas med.',
  'methods.measure.population': 'Människor som bor i stadsdelen.',
  'methods.measure.population-density': 'Invånare per kvadratkilometer mark.',
  'methods.measure.buildings': 'Byggnader; en på gränsen räknas efter den andel av byggnadsarean som ligger innanför.',
  'methods.measure.building-density': 'Byggnader per kvadratkilometer av den mark där de är kända.',
  'methods.measure.footprint': 'Mark som täcks av byggnader.',
  'methods.measure.gross-floor-area': 'Byggnadsarea gånger våningar, summerat över byggnaderna.',
  'methods.measure.fsi': 'Bruttoarea per landareal: hur mycket som har byggts.',
  'methods.measure.gsi': 'Andel av marken under byggnader.',
  'methods.measure.osr': 'Obebyggd mark per bruttoarea: hur mycket rum varje byggd kvadratmeter har.',
  'methods.measure.mean-storeys': 'Bruttoarea delad med byggnadsarea.',
  'methods.measure.mean-height': 'Medeltal av höjderna, där en byggnad räknas efter sin byggnadsarea.',
  'methods.measure.heat-demand': 'Värme som byggnaderna behöver under ett år, modellerad efter användning, ålder och bruttoarea.',
  'methods.measure.heat-density': 'Modellerat värmebehov per areal av den mark där byggnaderna är kända.',
  'methods.measure.heat-per-resident': 'Modellerat värmebehov delat med antalet invånare; kontor och butiker ingår.',
  'methods.measure.solar-potential':
    'Vad solpaneler på alla tak skulle kunna ge under ett år: takarea × användbar andel × panelernas effekt × årligt utbyte × riktning × ljuset som byggnaderna runt om lämnar. Bara area och skugga är kända; resten är antaget.',
  'methods.measure.solar-per-resident': 'Modellerad solkraft på alla tak, bostäder eller inte, delad med antalet invånare.',
  'methods.measure.electricity-demand': 'El för byggnader och dem som använder dem, modellerad efter användning, ålder och bruttoarea.',
  'methods.measure.electricity-per-resident': 'Modellerad el delad med antalet invånare; kontor och butiker ingår.',
  'methods.measure.carbon-dioxide': 'CO₂ från modellerad värme och el, med energislagens faktorer.',
  'methods.measure.carbon-dioxide-per-resident': 'CO₂ från modellerad värme och el delad med antalet invånare; kontor och butiker ingår.',
  'methods.measure.peak-heat': 'Värmeeffekt som byggnaderna behöver samtidigt den kallaste dagen man räknar med; varmvatten ingår inte.',
  'methods.measure.stops': 'Platser i stadsdelen där man kan stiga på.',
  'methods.measure.stop-density': 'Hållplatser per kvadratkilometer mark.',
  'methods.measure.departures': 'Avgångar en vardag från alla hållplatser i stadsdelen.',
  'methods.measure.departure-density': 'Avgångar en vardag per kvadratkilometer mark.',
  'methods.measure.near-stop-share': 'Andel invånare med en hållplats inom 400 m fågelvägen.',
  'methods.measure.near-stop-departures': 'Avgångar en vardag från alla hållplatser inom 400 m, medeltal för invånarna.',
  'methods.measure.green-share': 'Andel av marken under parker, skog och gräs.',
  'methods.measure.green-per-resident': 'Parker, skog och gräs i stadsdelen, delade med invånarna.',

  'methods.map.districts.title': 'Stadsdelar',
  'methods.map.districts':
    'Stora stadsdelar jämförs med stora och små med små, men de skiljer sig i storlek och antal. Ett nät av lika stora hexagoner är kontrollen.',
  'methods.map.districts.helsinki': '{coarse} stordistrikt och {fine} stadsdelar, läget 2026.',
  'methods.map.districts.tallinn': '{coarse} stadsdelar och {fine} delområden (asum), läget 2020.',
  'methods.map.land.title': 'Mark',
  'methods.map.land': 'Mark innanför kustlinjen, mätt i planet för stadens egna koordinater.',
  'methods.map.land.helsinki': 'Postnummerområden utan hav, 2023, med småöarna i OpenStreetMaps kustlinje och de yttre öarna.',
  'methods.map.land.tallinn': 'Stadsgränsen längs kusten, OpenStreetMap.',
  'methods.map.residents.title': 'Stadsdelarnas invånare',
  'methods.map.residents': 'Alla som är skrivna där. Åren skiljer sig, och ingen trend läggs till för att utjämna det.',
  'methods.map.residents.helsinki':
    'Rutnät på 250 m från 2021, fördelat på stadsdelarna efter mark; rutor med färre än fem personer publiceras inte, så summorna är något för låga.',
  'methods.map.residents.tallinn':
    'Stadens siffror per delområde, hämtade i april 2026; tjänsten anger inget år. Ett delområde saknar siffra och förblir en lucka.',
  'methods.map.grid.title': 'Var invånarna bor inom stadsdelen',
  'methods.map.grid':
    'Människor fördelas jämnt över marken i varje ruta. Rutnäten skiljer sig i storlek, år och slag: det går inte att göra lika.',
  'methods.map.grid.helsinki': 'Räknat, rutor på 250 m, 2021.',
  'methods.map.grid.tallinn': 'Modellerat, rutor på 500 m, 2015.',
  'methods.map.footprints.title': 'Byggnader',
  'methods.map.footprints':
    'Byggnadsytor så som källan har ritat dem. En kvot som FSI gäller den mark där de är kända, om den är minst 75 % av stadsdelen; en summa ges från 95 %. Annars är siffran en lucka.',
  'methods.map.footprints.helsinki': 'Kända på {known} av {land} km²: innerstaden och delar av öster; fyra källor, 2019–2026.',
  'methods.map.footprints.tallinn': 'Kända i hela staden, OpenStreetMap från augusti 2021.',
  'methods.map.storeys.title': 'Våningar och bruttoarea',
  'methods.map.storeys':
    'Samma regel överallt: våningar enligt källan, annars från höjden (bostäder: 1 m för taket, 3,2 m per våning; övriga: 3,6 m; inga i skorstenar och master) eller efter de våningshöjder som angetts i värmelagret; höjden uppmätt, annars från liknande grannar. Källare och vindar räknas inte, så det är ingen officiell bruttoarea.',
  'methods.map.storeys.helsinki':
    'Av {heights} höjder är {measured} uppmätta, {fromStoreys} kommer från våningar och {estimated} är uppskattade (medelfel {error} m).',
  'methods.map.storeys.tallinn':
    'Av {heights} höjder är {measured} uppmätta, {fromStoreys} kommer från våningar och {estimated} är uppskattade (medelfel {error} m).',
  'methods.map.heat.title': 'Användning, ålder och värme',
  'methods.map.heat':
    'Användningen i alla städer har förts till åtta klasser och åldern till intervallen i en finländsk tabell över värme per kvadratmeter. För estniska byggnader finns ingen sådan tabell, så den gäller dem också. Industri och okänd användning saknar siffra. Energin är intensiteten gånger den uppvärmda bruttoarean.',
  'methods.map.heat.helsinki':
    'Användning enligt källorna, annars uppskattad; året där en källa anger det. Värme och el kan inte jämföras med någon totalsumma: byggnaderna är kända bara på en liten del av stadens mark. Inget är anpassat.',
  'methods.map.heat.tallinn':
    'All användning är uppskattad efter omgivning och storlek; ingen källa anger året, så ett och samma år antas för alla och kan ändras. Kontrollen: före anpassningen ger modellen bostäder och service mycket mer värme och el än {limit} GWh, all energi som de använde år {boundYear}; värmens teckenförklaring säger hur mycket. Bruttoarean är för stor: bostäderna blir mer än dubbelt så stora som den bostadsyta som en invånare i Estland har i medeltal (Estlands statistikmyndighet, folkräkningen 2021). För det mesta av den är våningarna räknade ur höjden, och källan skiljer inte en våning från okänd höjd, så småhus med uppskattad höjd blir högre än uppmätta. Trappor, vindar och ouppvärmda delar ingår också. Därför räknas bara den andel av den modellerade bruttoarean som teckenförklaringen anger som uppvärmd, så att bostäder och service motsvarar det publicerade. År {boundYear} är inte framräknat till i dag, och byggnader med okänd användning ingår inte. ”Aldrig” bland antagandena visar modellen som den är.',
  'methods.map.sun.title': 'Sol på tak',
  'methods.map.sun':
    'Samma modell i varje stad: vad av ett klart års sol och av himlen som når varje tak förbi byggnaderna inom 1 km. Taken är platta, träd och höjder skuggar inte.',
  'methods.map.sun.helsinki':
    'Skuggan räknas där byggnadernas ytor är kända; vid kanten av området blir den för liten. En del höjder är uppmätta eller räknade ur våningar, resten uppskattade.',
  'methods.map.sun.tallinn': 'Byggnadernas ytor är kända i hela staden; många höjder är uppskattade, och därmed skuggan.',
  'methods.map.carbon.title': 'CO₂ från värme och el',
  'methods.map.carbon':
    'Energin gånger energislagets gram det valda året. Småhus får en del av sin värme ur fjärrvärmenätet, resten ur egna pannor. Vilken byggnad som är ansluten är inte känt.',
  'methods.map.carbon.helsinki': 'Fjärrvärme enligt Helens siffror, g/kWh: {districtHeat}. Elens faktor är ett standardvärde.',
  'methods.map.carbon.tallinn': 'Ingen publicerad faktor finns till hands: fjärrvärme och el är standardvärden som kan bytas ut.',
  'methods.map.peak.title': 'Toppeffekt för uppvärmning',
  'methods.map.peak':
    'Väggar, tak, golv, fönster och luftomsättning med byggtidens förvalda U-värden, anpassade så att årets rumsvärme är tabellens; gånger skillnaden mellan inne- och dimensionerande utetemperatur. Väggar som delas med grannar räknas som ytterväggar.',
  'methods.map.peak.helsinki': 'Dimensionerande temperatur och graddagar är standardvärden.',
  'methods.map.peak.tallinn': 'Dimensionerande temperatur och graddagar är standardvärden.',
  'methods.map.stops.title': 'Hållplatser',
  'methods.map.stops': 'Platser där man kan stiga på; varje läge räknas för sig. Avståndet är fågelvägen, inte gångvägen.',
  'methods.map.stops.helsinki': 'Regionens trafikmyndighet, 2022: spårvagn, buss, metro, tåg och färja.',
  'methods.map.stops.tallinn': 'Stadens trafikverk, 2023: spårvagn, buss, trådbuss, tåg och färja.',
  'methods.map.departures.title': 'Avgångar',
  'methods.map.departures': 'Turer som man kan stiga på en tisdag. Dagarna ligger i olika år och årstider: det går inte att göra lika.',
  'methods.map.departures.helsinki': '22 februari 2022; utanför stadens mitt finns ingen tidtabell, och hållplatserna är luckor.',
  'methods.map.departures.tallinn': '21 november 2023, hela staden.',
  'methods.map.green.title': 'Grönområden',
  'methods.map.green':
    'Parker, skog, gräs, begravningsplatser och våtmarker på land, överlapp räknade en gång. Grönt är avgränsat på olika sätt, så bara stora skillnader betyder något.',
  'methods.map.green.helsinki':
    'I centrum ritade ytor (OpenStreetMap); annars modellerat från ett marktäckeraster på 10 m, åkrar och gårdar inräknade.',
  'methods.map.green.tallinn': 'Ritade ytor i hela staden, OpenStreetMap från augusti 2021.',
} as const satisfies Record<keyof typeof methodsEn, string>
