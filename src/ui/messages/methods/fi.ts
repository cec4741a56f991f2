import type { methodsEn } from './en.ts'

/** Finnish texts of the methods: what each measure is, and how the cities were made comparable. */
export const methodsFi = {
  'methods.title': 'Tunnusluvut',
  'methods.lead': 'Jokainen alueen tunnusluku, sen kaava ja lähde. Aukko tarkoittaa, ettei lukua voi tietää aineiston perusteella.',
  'methods.comparable': 'Miten kaupungeista tehtiin vertailukelpoisia',
  'methods.sources': 'Lähteet: {city}',
  'methods.scenario': 'Miten skenaariot lasketaan',
  'methods.scenario.edits': 'Muutokset',
  'methods.scenario.edits.how':
    'Muutokset tehdään järjestyksessä; jos kaksi koskee samaa rakennusta, myöhempi jää voimaan. ”Ennen” lasketaan skenaarion omilla oletuksilla, joten ero johtuu vain muutoksista. Rakennus löydetään tunnuksellaan; jos sitä ei enää ole aineistossa, sitä etsitään paikan ja koon mukaan, ja sinä päätät.',
  'methods.scenario.energy': 'Muuttuvien rakennusten energia',
  'methods.scenario.energy.how':
    'Ennallaan pysyvä rakennus kuluttaa taulukon mukaan. Korjattu tai uusi lasketaan lämmöstä, jonka seinät, katto, ikkunat ja ilma vuodessa menettävät (lämmitystarveluku, perustaso 17 °C), vähennettynä lämpökuormilla, ja sovitetaan niin, että muuttumaton rakennus antaa saman kummallakin tavalla. Naapurin kanssa yhteiset seinät lasketaan ulkoseiniksi. Lämmönläpäisykertoimet, toimenpidepaketit ja lämmitystarveluvut ovat oletuksia, joita voit muuttaa.',
  'methods.scenario.people': 'Asukkaat, asunnot ja työpaikat',
  'methods.scenario.people.how':
    'Ne seuraavat kerrosalaa, jonka skenaario lisää tai poistaa: asunnon kerrosalan, asunnon asukasmäärän ja työpaikan kerrosalan mukaan. Nämä ovat oletuksia, joita voit muuttaa. Nykyiset asukkaat ovat aineiston mukaiset.',
  'methods.scenario.view': 'Katselu',
  'methods.scenario.view.how':
    'Leikkaukset, näkyvyysalueet ja taivasnäkymä lasketaan rakennusten pohjista, jotka on nostettu korkeuteensa, tasaisella maalla ja ilman puita. Taivasnäkyvyys: 1 miinus horisontin korkeuskulman sin²:n keskiarvo. Aurinkosähkö: katon ala × käyttökelpoinen osuus × 0,20 kW/m² × vuosituotto × se auringon ja taivaan valo, jonka naapurit päästävät katolle.',
  'methods.statistics': 'Miten alueita verrataan',
  'methods.statistics.scores':
    'Standardipistemäärä kertoo, kuinka monen keskihajonnan verran alue on keskiarvon ylä- tai alapuolella, oman kaupunkinsa tai kaikkien. Kun alueita on vähän tai jotkin ovat äärimmäisiä, mediaani ja poikkeamien mediaani kertovat enemmän; molemmat ovat taulukon alla.',
  'methods.statistics.clusters':
    'Moranin I kertoo, ovatko naapurit koko kaupungissa samanlaisia; paikallinen Moranin I ja Getis-Ordin Gi* kertovat, missä. Naapureita ovat toisiaan koskettavat alueet tai metreissä lähimmät; Moranin I:ssä kunkin painojen summa on 1, Gi*:ssä jokainen naapuri ja alue itse painaa 1. P-arvot saadaan {permutations} sekoituksesta, joiden siemenluku on kiinteä, ja ne ovat kaksisuuntaisia; q-arvot pitävät väärien löydösten osuuden 5 prosentissa. Kaupungit testataan erikseen: meren takana ei ole naapureita.',
  'methods.statistics.ranks':
    'Osa jokaisen rakennuksen virheestä on kaikille yhteinen, koska ne on laskettu samalla säännöllä; loput on sen omaa. Luvut, joiden virhettä ei tunneta, kuten asukkaat, otetaan sellaisinaan.',
  'methods.verdict.good': 'Kaupunkeja voi verrata tällä luvulla; huomaa vuodet.',
  'methods.verdict.care': 'Vertaa varoen: lähteet eroavat tavalla, jota mikään laskelma ei korjaa.',

  'methods.measure.land-area': 'Alueen maa-ala ilman merta; järvet ja joet ovat mukana.',
  'methods.measure.population': 'Alueella asuvat ihmiset.',
  'methods.measure.population-density': 'Asukkaita maa-alan neliökilometriä kohti.',
  'methods.measure.buildings': 'Rakennukset; rajalla oleva lasketaan sen mukaan, kuinka suuri osa pohja-alasta on alueella.',
  'methods.measure.building-density': 'Rakennuksia neliökilometriä kohti sillä maalla, jolta rakennukset tunnetaan.',
  'methods.measure.footprint': 'Rakennusten peittämä maa.',
  'methods.measure.gross-floor-area': 'Pohja-ala kertaa kerrokset, rakennuksista summattuna.',
  'methods.measure.fsi': 'Kerrosala maa-alaa kohti: kuinka paljon on rakennettu.',
  'methods.measure.gsi': 'Osuus maasta rakennusten alla.',
  'methods.measure.osr': 'Rakentamaton maa kerrosalaa kohti: kuinka paljon tilaa on kullakin rakennetulla neliöllä.',
  'methods.measure.mean-storeys': 'Kerrosala jaettuna pohja-alalla.',
  'methods.measure.mean-height': 'Korkeuksien keskiarvo, jossa rakennus painottuu pohja-alansa mukaan.',
  'methods.measure.heat-demand':
    'Lämpö, jonka rakennukset tarvitsevat vuodessa; mallinnettu käyttötarkoituksen, iän ja kerrosalan perusteella.',
  'methods.measure.heat-density': 'Mallinnettu lämmöntarve sitä maa-alaa kohti, jolta rakennukset tunnetaan.',
  'methods.measure.heat-per-resident': 'Mallinnettu lämmöntarve jaettuna asukkailla; toimistot ja liikkeet ovat mukana.',
  'methods.measure.solar-potential':
    'Mitä aurinkopaneelit kaikilla katoilla voisivat tuottaa vuodessa: katon ala × käyttökelpoinen osuus × paneelien teho × vuosituotto × suuntaus × ympäröivien rakennusten jättämä valo. Vain ala ja varjot tunnetaan; muu on oletettu.',
  'methods.measure.solar-per-resident': 'Kaikkien kattojen, muidenkin kuin asuintalojen, mallinnettu aurinkosähkö jaettuna asukkailla.',
  'methods.measure.electricity-demand':
    'Rakennusten ja niiden käyttäjien sähkö; mallinnettu käyttötarkoituksen, iän ja kerrosalan perusteella.',
  'methods.measure.electricity-per-resident': 'Mallinnettu sähkö jaettuna asukkailla; toimistot ja liikkeet ovat mukana.',
  'methods.measure.carbon-dioxide': 'Mallinnetun lämmön ja sähkön CO₂ energiamuotojen kertoimilla.',
  'methods.measure.carbon-dioxide-per-resident': 'Mallinnetun lämmön ja sähkön CO₂ jaettuna asukkailla; toimistot ja liikkeet ovat mukana.',
  'methods.measure.peak-heat':
    'Lämmitysteho, jonka rakennukset tarvitsevat yhtä aikaa kylmimpänä mitoituspäivänä; lämmin vesi ei ole mukana.',
  'methods.measure.stops': 'Alueen paikat, joista pääsee kyytiin.',
  'methods.measure.stop-density': 'Pysäkkejä maa-alan neliökilometriä kohti.',
  'methods.measure.departures': 'Arkipäivän lähdöt kaikilta alueen pysäkeiltä.',
  'methods.measure.departure-density': 'Arkipäivän lähtöjä maa-alan neliökilometriä kohti.',
  'methods.measure.near-stop-share': 'Osuus asukkaista, joilla on pysäkki 400 metrin päässä linnuntietä.',
  'methods.measure.near-stop-departures': 'Arkipäivän lähdöt kaikilta pysäkeiltä 400 metrin päässä, asukkaiden keskiarvo.',
  'methods.measure.green-share': 'Puistojen, metsien ja nurmien osuus maasta.',
  'methods.measure.green-per-resident': 'Alueen puistot, metsät ja nurmet jaettuna asukkailla.',

  'methods.map.districts.title': 'Alueet',
  'methods.map.districts':
    'Suuria alueita verrataan suuriin ja pieniä pieniin, mutta niiden koko ja määrä eroavat. Tarkistuksena on yhtä suurten kuusikulmioiden ruudukko.',
  'methods.map.districts.helsinki': '{coarse} suurpiiriä ja {fine} kaupunginosaa, tilanne 2026.',
  'methods.map.districts.tallinn': '{coarse} kaupunginosaa ja {fine} osa-aluetta (asum), tilanne 2020.',
  'methods.map.land.title': 'Maa-ala',
  'methods.map.land': 'Rantaviivan sisäpuolinen maa mitattuna kaupungin oman koordinaatiston tasossa.',
  'methods.map.land.helsinki': 'Postinumeroalueet ilman merta, 2023, sekä OpenStreetMapin rantaviivan pikkusaaret ja ulkosaaret.',
  'methods.map.land.tallinn': 'Kaupungin raja rantaviivaa pitkin, OpenStreetMap.',
  'methods.map.residents.title': 'Alueiden asukkaat',
  'methods.map.residents': 'Kaikki alueella kirjoilla asuvat. Vuodet eroavat, eikä eroa tasoiteta millään kehityssuunnalla.',
  'methods.map.residents.helsinki':
    'Vuoden 2021 väestöruudukko (250 m), jaettu alueille maa-alan mukaan; alle viiden asukkaan ruutuja ei julkaista, joten summat ovat hieman pieniä.',
  'methods.map.residents.tallinn':
    'Kaupungin osa-alueittaiset luvut, haettu huhtikuussa 2026; palvelu ei kerro vuotta. Yhdeltä osa-alueelta luku puuttuu, ja se jää aukoksi.',
  'methods.map.grid.title': 'Missä asukkaat asuvat alueen sisällä',
  'methods.map.grid':
    'Ihmiset jaetaan tasaisesti kunkin ruudun maa-alalle. Ruudukot eroavat ruutukooltaan, vuodeltaan ja laadultaan: sitä ei voi yhdenmukaistaa.',
  'methods.map.grid.helsinki': 'Laskettu, 250 m:n ruudut, 2021.',
  'methods.map.grid.tallinn': 'Mallinnettu, 500 m:n ruudut, 2015.',
  'methods.map.footprints.title': 'Rakennukset',
  'methods.map.footprints':
    'Pohjamuodot sellaisina kuin lähde ne esittää. Suhdeluku, kuten FSI, koskee maata, jolta ne tunnetaan, kun sitä on vähintään 75 % alueesta; summa annetaan vähintään 95 %:sta. Muuten luku jää aukoksi.',
  'methods.map.footprints.helsinki':
    'Tunnetaan {known} km²:n alalta, maata on kaikkiaan {land} km²: kantakaupunki ja osa itää; neljä lähdettä, 2019–2026.',
  'methods.map.footprints.tallinn': 'Tunnetaan koko kaupungissa, OpenStreetMap elokuulta 2021.',
  'methods.map.storeys.title': 'Kerrokset ja kerrosala',
  'methods.map.storeys':
    'Kaikkialla sama sääntö: kerrokset ilmoitettuina, muuten korkeudesta (asunnot: 1 m kattoa, 3,2 m kerrosta kohti; muut: 3,6 m; piipuissa ja mastoissa ei kerroksia) tai lämpötasolla asetetuilla kerroskorkeuksilla; korkeus mitattuna, muuten samanlaisista naapureista. Kellareita ja ullakoita ei lasketa, joten luku ei ole virallinen kerrosala.',
  'methods.map.storeys.helsinki':
    '{heights} korkeudesta {measured} on mitattu, {fromStoreys} saatu kerroksista ja {estimated} arvioitu (keskivirhe {error} m).',
  'methods.map.storeys.tallinn':
    '{heights} korkeudesta {measured} on mitattu, {fromStoreys} saatu kerroksista ja {estimated} arvioitu (keskivirhe {error} m).',
  'methods.map.heat.title': 'Käyttötarkoitus, ikä ja lämpö',
  'methods.map.heat':
    'Kaikkien kaupunkien käyttötarkoitukset on koottu kahdeksaan luokkaan ja iät yhden suomalaisen lämmönkulutustaulukon jaksoihin. Virolaisille rakennuksille taulukkoa ei ole, joten sama koskee niitäkin. Teollisuudella ja tuntemattomalla käytöllä ei ole lukua. Energia on ominaiskulutus kertaa lämmitetty kerrosala.',
  'methods.map.heat.helsinki':
    'Käyttötarkoitus lähteiden mukaan, muuten arvioitu; vuosi, jos lähde sen kertoo. Lämpöä ja sähköä ei voi verrata kokonaislukuun: rakennukset tunnetaan vain pieneltä osalta kaupungin maa-alasta. Mitään ei ole sovitettu.',
  'methods.map.heat.tallinn':
    'Jokainen käyttötarkoitus on arvioitu ympäristöstä ja koosta; mikään lähde ei kerro vuotta, joten kaikille oletetaan sama vuosi, jota voi muuttaa. Tarkistus: ilman sovitusta malli antaa asunnoille ja palveluille paljon enemmän lämpöä ja sähköä kuin {limit} GWh, joka on kaikki niiden vuonna {boundYear} käyttämä energia; lämmön selite kertoo, kuinka paljon. Kerrosala on liian suuri: asuntoja tulee yli kaksi kertaa se asuinpinta-ala, joka Virossa on keskimäärin asukasta kohti (Viron tilastokeskus, väestölaskenta 2021). Enimmälle osalle kerrokset on laskettu korkeudesta, eikä lähde erota yksikerroksista tuntemattomasta, joten arvioidun korkeuden pientaloihin tulee enemmän kerroksia kuin mitattuihin. Myös portaikot, ullakot ja lämmittämättömät tilat ovat mukana. Siksi vain selitteessä kerrottu osuus mallinnetusta kerrosalasta lasketaan lämmitetyksi, jolloin asunnot ja palvelut vastaavat julkaistua. Vuotta {boundYear} ei ole tuotu nykypäivään, eivätkä tuntemattoman käytön rakennukset ole mukana. Oletuksissa ”Ei koskaan” näyttää mallin sellaisenaan.',
  'methods.map.sun.title': 'Aurinko katoilla',
  'methods.map.sun':
    'Sama malli joka kaupungissa: mikä osa selkeän vuoden auringosta ja taivaasta ulottuu kullekin katolle alle kilometrin päässä olevien rakennusten ohi. Katot ovat tasaisia, puut ja mäet eivät varjosta.',
  'methods.map.sun.helsinki':
    'Varjot lasketaan siellä, missä rakennusten pohjat tunnetaan; alueen reunalla varjoa on liian vähän. Osa korkeuksista on mitattu tai laskettu kerroksista, loput arvioitu.',
  'methods.map.sun.tallinn': 'Rakennusten pohjat tunnetaan koko kaupungissa; moni korkeus on arvioitu, ja siten varjokin.',
  'methods.map.carbon.title': 'Lämmön ja sähkön CO₂',
  'methods.map.carbon':
    'Energia kertaa energiamuodon grammat valittuna vuonna. Pientalot saavat osan lämmöstään kaukolämpöverkosta, loput omista kattiloista. Ei tiedetä, mikä rakennus on verkossa.',
  'methods.map.carbon.helsinki': 'Kaukolämpö Helenin lukujen mukaan, g/kWh: {districtHeat}. Sähkön kerroin on oletus.',
  'methods.map.carbon.tallinn': 'Julkaistua kerrointa ei ole käytettävissä: kaukolämpö ja sähkö ovat oletuksia, jotka voi korvata.',
  'methods.map.peak.title': 'Lämmityksen huipputeho',
  'methods.map.peak':
    'Seinät, katto, alapohja, ikkunat ja ilmanvaihto rakennusajan oletus-U-arvoilla, sovitettuina niin, että vuoden tilalämpö on taulukon mukainen; kertaa sisälämpötilan ja mitoittavan ulkolämpötilan ero. Naapurin kanssa yhteiset seinät lasketaan ulkoseiniksi.',
  'methods.map.peak.helsinki': 'Mitoittava lämpötila ja lämmitystarveluku ovat oletuksia.',
  'methods.map.peak.tallinn': 'Mitoittava lämpötila ja lämmitystarveluku ovat oletuksia.',
  'methods.map.stops.title': 'Pysäkit',
  'methods.map.stops': 'Paikat, joista pääsee kyytiin; jokainen laituri lasketaan erikseen. Etäisyys on linnuntie, ei kävelymatka.',
  'methods.map.stops.helsinki': 'Seudun liikenneviranomainen, 2022: raitiovaunu, bussi, metro, juna ja lautta.',
  'methods.map.stops.tallinn': 'Kaupungin liikennevirasto, 2023: raitiovaunu, bussi, johdinauto, juna ja lautta.',
  'methods.map.departures.title': 'Lähdöt',
  'methods.map.departures':
    'Matkat, joille voi nousta yhtenä tiistaina. Päivät ovat eri vuosilta ja vuodenajoilta: sitä ei voi yhdenmukaistaa.',
  'methods.map.departures.helsinki': '22.2.2022; kaupungin keskiosan ulkopuolelta aikataulua ei ole, ja pysäkit jäävät aukoiksi.',
  'methods.map.departures.tallinn': '21.11.2023, koko kaupunki.',
  'methods.map.green.title': 'Viheralueet',
  'methods.map.green':
    'Puistot, metsät, nurmet, hautausmaat ja kosteikot maalla, päällekkäiset kerran laskettuina. Viheralueet on rajattu eri tavoin, joten vain suuret erot kertovat jotain.',
  'methods.map.green.helsinki':
    'Keskustassa piirretyt alueet (OpenStreetMap); muualla mallinnettu 10 m:n maanpeiterasterista, pellot ja pihat mukana.',
  'methods.map.green.tallinn': 'Piirretyt alueet koko kaupungissa, OpenStreetMap elokuulta 2021.',
} as const satisfies Record<keyof typeof methodsEn, string>
