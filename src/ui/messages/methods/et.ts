import type { methodsEn } from './en.ts'

/** Estonian texts of the methods: what each measure is, and how the cities were made comparable. */
export const methodsEt = {
  'methods.title': 'Näitajad',
  'methods.lead': 'Piirkonna iga näitaja, selle valem ja allikas. Lünk tähendab, et arvu ei saa andmetest teada.',
  'methods.comparable': 'Kuidas linnad võrreldavaks tehti',
  'methods.sources': 'Allikad: {city}',
  'methods.scenario': 'Kuidas stsenaariume arvutatakse',
  'methods.scenario.edits': 'Muudatused',
  'methods.scenario.edits.how':
    'Muudatused tehakse järjekorras; kui kaks puudutavad sama hoonet, jääb kehtima hilisem. „Enne“ arvutatakse stsenaariumi enda eeldustega, nii et vahe näitab ainult muudatusi. Hoone leitakse tunnuse järgi; kui seda andmetes enam pole, otsitakse asukoha ja suuruse järgi ning otsustad sina.',
  'methods.scenario.energy': 'Muutuvate hoonete energia',
  'methods.scenario.energy.how':
    'Hoone, mis jääb samaks, tarbib tabeli järgi. Renoveeritu või uue energia arvutatakse soojusest, mida seinad, katus, aknad ja õhk aastas kaotavad (kraadpäevad, baas 17 °C), millest lahutatakse vabasoojus, ja sobitatakse nii, et muutmata hoone annab mõlemal viisil sama tulemuse. Naabriga ühised seinad loetakse välisseinteks. Soojusläbivused, meetmepaketid ja kraadpäevad on eeldused, mida saad muuta.',
  'methods.scenario.people': 'Elanikud, eluruumid ja töökohad',
  'methods.scenario.people.how':
    'Need järgnevad brutopinnale, mille stsenaarium lisab või eemaldab: eluruumi brutopinna, eluruumi elanike arvu ja töökoha brutopinna järgi. Need on eeldused, mida saad muuta. Praegused elanikud on andmetest.',
  'methods.scenario.view': 'Vaatamine',
  'methods.scenario.view.how':
    'Lõiked, nähtavusalad ja taevavaade arvutatakse hoonete põhiplaanidest, mis on tõstetud oma kõrgusele, tasasel maal ja puudeta. Taevavaate tegur: 1 miinus horisondi kõrgusnurga sin² keskmine. Päikeseelekter: katuse pind × kasutatav osa × 0,20 kW/m² × aastatoodang × see päikese- ja taevavalgus, mille naabrid katusele lasevad.',
  'methods.statistics': 'Kuidas piirkondi võrreldakse',
  'methods.statistics.scores':
    'Standardskoor näitab, mitu standardhälvet on piirkond keskmisest kõrgemal või madalamal, kas oma linna või kõigi linnade omast. Kui piirkondi on vähe või mõni on äärmuslik, ütlevad mediaan ja absoluuthälvete mediaan rohkem; mõlemad on tabeli all.',
  'methods.statistics.clusters':
    'Morani I ütleb, kas naabrid on kogu linnas sarnased; kohalik Morani I ja Getis-Ordi Gi* ütlevad, kus. Naabrid on piirkonnad, mis kokku puutuvad, või meetrites lähimad; Morani I puhul on igaühe kaalude summa 1, Gi* puhul on iga naabri ja piirkonna enda kaal 1. P-väärtused saadakse {permutations} fikseeritud seemnega segamisest ja need on kahepoolsed; q-väärtused hoiavad valede leidude osa 5 protsendi juures. Linnu testitakse eraldi: üle mere naabreid ei ole.',
  'methods.statistics.ranks':
    'Osa iga hoone veast on kõigile ühine, sest need on arvutatud ühe reegliga; ülejäänu on tema oma. Näitajad, mille viga ei ole teada, näiteks elanikud, võetakse nii, nagu need on.',
  'methods.verdict.good': 'Linnu saab selle arvu järgi võrrelda; pane tähele aastaid.',
  'methods.verdict.care': 'Võrdle ettevaatlikult: allikad erinevad viisil, mida ükski arvutus ei paranda.',

  'methods.measure.land-area': 'Piirkonna maa ilma mereta; järved ja jõed on sees.',
  'methods.measure.population': 'Piirkonnas elavad inimesed.',
  'methods.measure.population-density': 'Elanikke maismaa ruutkilomeetri kohta.',
  'methods.measure.buildings': 'Hooned; piiril asuv hoone läheb arvesse selle osa järgi, mis jääb piirkonda.',
  'methods.measure.building-density': 'Hooneid ruutkilomeetri kohta maal, mille hooned on teada.',
  'methods.measure.footprint': 'Hoonete all olev maa.',
  'methods.measure.gross-floor-area': 'Ehitisealune pind korda korrused, hoonete summa.',
  'methods.measure.fsi': 'Brutopind maismaa pindala kohta: kui palju on ehitatud.',
  'methods.measure.gsi': 'Hoonete all oleva maa osakaal.',
  'methods.measure.osr': 'Hoonestamata maa brutopinna kohta: kui palju ruumi on igal ehitatud ruutmeetril.',
  'methods.measure.mean-storeys': 'Brutopind jagatud ehitisealuse pinnaga.',
  'methods.measure.mean-height': 'Kõrguste keskmine, milles hoone kaal on tema ehitisealune pind.',
  'methods.measure.heat-demand': 'Soojus, mida hooned aastas vajavad; modelleeritud kasutusotstarbe, vanuse ja brutopinna järgi.',
  'methods.measure.heat-density': 'Modelleeritud soojusvajadus selle maa pindala kohta, mille hooned on teada.',
  'methods.measure.heat-per-resident': 'Modelleeritud soojusvajadus jagatud elanikega; ka bürood ja kauplused on sees.',
  'methods.measure.solar-potential':
    'Mida päikesepaneelid kõigil katustel võiksid aastas toota: katuse pindala × kasutatav osa × paneelide võimsus × aastatoodang × suund × ümbritsevatest hoonetest jääv valgus. Teada on ainult pindala ja vari; muu on eeldatud.',
  'methods.measure.solar-per-resident': 'Kõigi katuste, ka muude kui elamute, modelleeritud päikeseenergia jagatud elanikega.',
  'methods.measure.electricity-demand': 'Hoonete ja nende kasutajate elekter; modelleeritud kasutusotstarbe, vanuse ja brutopinna järgi.',
  'methods.measure.electricity-per-resident': 'Modelleeritud elekter jagatud elanikega; ka bürood ja kauplused on sees.',
  'methods.measure.carbon-dioxide': 'Modelleeritud soojuse ja elektri CO₂ energiakandjate tegurite järgi.',
  'methods.measure.carbon-dioxide-per-resident': 'Modelleeritud soojuse ja elektri CO₂ jagatud elanikega; ka bürood ja kauplused on sees.',
  'methods.measure.peak-heat': 'Küttevõimsus, mida hooned arvutuslikult kõige külmemal päeval korraga vajavad; soe vesi ei ole sees.',
  'methods.measure.stops': 'Piirkonna kohad, kus saab sõidukisse astuda.',
  'methods.measure.stop-density': 'Peatusi maismaa ruutkilomeetri kohta.',
  'methods.measure.departures': 'Tööpäeva väljumised piirkonna kõigist peatustest.',
  'methods.measure.departure-density': 'Tööpäeva väljumisi maismaa ruutkilomeetri kohta.',
  'methods.measure.near-stop-share': 'Elanike osakaal, kellel on peatus linnulennult kuni 400 m kaugusel.',
  'methods.measure.near-stop-departures': 'Tööpäeva väljumised kõigist peatustest kuni 400 m kaugusel, elanike keskmine.',
  'methods.measure.green-share': 'Parkide, metsade ja rohualade osakaal maismaast.',
  'methods.measure.green-per-resident': 'Piirkonna pargid, metsad ja rohualad jagatud elanikega.',

  'methods.map.districts.title': 'Piirkonnad',
  'methods.map.districts':
    'Suuri piirkondi võrreldakse suurtega ja väikesi väikestega, kuid nende suurus ja arv erinevad. Kontrolliks on võrdsete kuusnurkade võrk.',
  'methods.map.districts.helsinki': '{coarse} suurpiirkonda ja {fine} linnaosa, seisuga 2026.',
  'methods.map.districts.tallinn': '{coarse} linnaosa ja {fine} asumit, seisuga 2020.',
  'methods.map.land.title': 'Maismaa',
  'methods.map.land': 'Rannajoonest sissepoole jääv maa, mõõdetud linna enda koordinaatide tasapinnal.',
  'methods.map.land.helsinki': 'Postipiirkonnad ilma mereta, 2023, koos OpenStreetMapi rannajoone väikesaarte ja välissaartega.',
  'methods.map.land.tallinn': 'Linnapiir piki rannajoont, OpenStreetMap.',
  'methods.map.residents.title': 'Piirkondade elanikud',
  'methods.map.residents': 'Kõik seal registreeritud elanikud. Aastad erinevad ja vahet ei tasandata ühegi trendiga.',
  'methods.map.residents.helsinki':
    '2021. aasta 250 m ruudustik, jaotatud piirkondadele maismaa järgi; alla viie elanikuga ruute ei avaldata, seega on summad veidi väikesed.',
  'methods.map.residents.tallinn':
    'Linna andmed asumite kaupa, alla laaditud aprillis 2026; teenus ei nimeta aastat. Ühel asumil arv puudub ja see jääb lüngaks.',
  'methods.map.grid.title': 'Kus elanikud piirkonna sees elavad',
  'methods.map.grid':
    'Inimesed jaotatakse ühtlaselt iga ruudu maismaale. Ruudustikud erinevad ruudu suuruse, aasta ja laadi poolest: seda ei saa ühtlustada.',
  'methods.map.grid.helsinki': 'Loendatud, 250 m ruudud, 2021.',
  'methods.map.grid.tallinn': 'Modelleeritud, 500 m ruudud, 2015.',
  'methods.map.footprints.title': 'Hooned',
  'methods.map.footprints':
    'Hoonete kontuurid nii, nagu allikas need esitab. Suhtarv, näiteks FSI, kehtib maa kohta, mille kontuurid on teada, kui seda on vähemalt 75 % piirkonnast; summa antakse alates 95 %. Muidu jääb näitaja lüngaks.',
  'methods.map.footprints.helsinki':
    'Teada {known} km² ulatuses, maad on kokku {land} km²: kesklinn ja osa idast; neli allikat, 2019–2026.',
  'methods.map.footprints.tallinn': 'Teada kogu linnas, OpenStreetMap 2021. aasta augustist.',
  'methods.map.storeys.title': 'Korrused ja brutopind',
  'methods.map.storeys':
    'Igal pool sama reegel: korrused nii, nagu märgitud, muidu kõrgusest (eluhooned: 1 m katusele, 3,2 m korruse kohta; muud: 3,6 m; korstnatel ja mastidel korruseid pole) või soojuse kihis määratud korrusekõrguse järgi; kõrgus mõõdetud, muidu sarnastelt naabritelt. Keldreid ja pööninguid ei arvestata, seega pole see ametlik brutopind.',
  'methods.map.storeys.helsinki':
    '{heights} kõrgusest on {measured} mõõdetud, {fromStoreys} saadud korrustest ja {estimated} hinnatud (keskmine viga {error} m).',
  'methods.map.storeys.tallinn':
    '{heights} kõrgusest on {measured} mõõdetud, {fromStoreys} saadud korrustest ja {estimated} hinnatud (keskmine viga {error} m).',
  'methods.map.heat.title': 'Kasutusotstarve, vanus ja soojus',
  'methods.map.heat':
    'Kõigi linnade kasutusotstarbed on viidud kaheksasse klassi ja vanused ühe Soome tabeli vahemikesse, mis annab soojuse ruutmeetri kohta. Eesti hoonete kohta sellist tabelit ei ole, seega kehtib see ka neile. Tööstusel ja teadmata kasutusega hoonetel arvu ei ole. Energia on erikulu korda köetav brutopind.',
  'methods.map.heat.helsinki':
    'Kasutusotstarve allikate järgi, muidu hinnatud; aasta, kui allikas selle annab. Soojust ja elektrit ei saa kogusummaga võrrelda: hooned on teada vaid väikesel osal linna maast. Midagi pole kohandatud.',
  'methods.map.heat.tallinn':
    'Iga kasutusotstarve on hinnatud ümbruse ja suuruse järgi; ükski allikas aastat ei anna, seega eeldatakse kõigile üht aastat, mida saab muuta. Kontroll: enne kohandamist annab mudel kodudele ja teenindusele palju rohkem soojust ja elektrit kui {limit} GWh, kogu energia, mida need {boundYear}. aastal kasutasid; soojuse legend ütleb, kui palju. Brutopind on liiga suur: kodusid tuleb üle kahe korra rohkem kui eluruumi, mis Eestis on keskmiselt elaniku kohta (Statistikaamet, rahvaloendus 2021). Enamikul sellest on korrused arvutatud kõrgusest ja allikas ei erista üht korrust teadmata kõrgusest, nii et hinnatud kõrgusega väikemajad tulevad kõrgemad kui mõõdetud. Sees on ka trepikojad, pööningud ja kütmata osad. Seepärast loetakse köetuks vaid legendis nimetatud osa modelleeritud brutopinnast, nii et kodud ja teenindus vastavad avaldatule. Aastat {boundYear} ei ole tänapäeva toodud ja teadmata kasutusega hooned ei ole arvestatud. Eelduste valik „Mitte kunagi“ näitab mudelit nii, nagu on.',
  'methods.map.sun.title': 'Päike katustel',
  'methods.map.sun':
    'Igas linnas sama mudel: kui palju selge aasta päikesest ja taevast jõuab igale katusele kuni 1 km kaugusel olevatest hoonetest mööda. Katused on lamedad, puud ja künkad varju ei anna.',
  'methods.map.sun.helsinki':
    'Vari arvutatakse seal, kus hoonete alused on teada; selle ala serval on varju liiga vähe. Osa kõrgusi on mõõdetud või korrustest arvutatud, ülejäänud hinnatud.',
  'methods.map.sun.tallinn': 'Hoonete alused on teada kogu linnas; paljud kõrgused on hinnangulised ja seega ka vari.',
  'methods.map.carbon.title': 'Soojuse ja elektri CO₂',
  'methods.map.carbon':
    'Energia korda energiakandja grammid valitud aastal. Väikemajad saavad osa soojusest kaugküttevõrgust, ülejäänu oma kateldest. Pole teada, milline hoone on võrgus.',
  'methods.map.carbon.helsinki': 'Kaugküte Heleni arvude järgi, g/kWh: {districtHeat}. Elektri tegur on vaikeväärtus.',
  'methods.map.carbon.tallinn': 'Avaldatud tegurit ei ole käepärast: kaugküte ja elekter on vaikeväärtused, mida saab asendada.',
  'methods.map.peak.title': 'Kütte tippvõimsus',
  'methods.map.peak':
    'Seinad, katus, põrand, aknad ja õhuvahetus ehitusaja vaikimisi U-väärtustega, kohandatud nii, et aasta ruumiküte vastab tabelile; korda sise- ja arvutusliku välistemperatuuri vahe. Naabriga ühised seinad loetakse välisseinteks.',
  'methods.map.peak.helsinki': 'Arvutuslik temperatuur ja kraadpäevad on vaikeväärtused.',
  'methods.map.peak.tallinn': 'Arvutuslik temperatuur ja kraadpäevad on vaikeväärtused.',
  'methods.map.stops.title': 'Peatused',
  'methods.map.stops': 'Kohad, kus saab peale minna; iga ootekoht läheb arvesse eraldi. Kaugus on linnulennult, mitte jalgsi.',
  'methods.map.stops.helsinki': 'Piirkonna transpordiamet, 2022: tramm, buss, metroo, rong ja parvlaev.',
  'methods.map.stops.tallinn': 'Linna transpordiamet, 2023: tramm, buss, troll, rong ja parvlaev.',
  'methods.map.departures.title': 'Väljumised',
  'methods.map.departures':
    'Reisid, millele saab peale minna ühel teisipäeval. Päevad on eri aastatest ja aastaaegadest: seda ei saa ühtlustada.',
  'methods.map.departures.helsinki': '22. veebruar 2022; väljaspool linna keskosa sõiduplaani ei ole ja peatused jäävad lünkadeks.',
  'methods.map.departures.tallinn': '21. november 2023, kogu linn.',
  'methods.map.green.title': 'Haljasalad',
  'methods.map.green':
    'Pargid, metsad, rohualad, kalmistud ja märgalad maismaal, kattuvad arvestatud ühe korra. Haljasalad on piiritletud erinevalt, seega tähendavad midagi vaid suured erinevused.',
  'methods.map.green.helsinki':
    'Kesklinnas joonistatud alad (OpenStreetMap); mujal modelleeritud 10 m maakatte rastrist, põllud ja hoovid kaasa arvatud.',
  'methods.map.green.tallinn': 'Joonistatud alad kogu linnas, OpenStreetMap 2021. aasta augustist.',
} as const satisfies Record<keyof typeof methodsEn, string>
