/**
 * 1,024 plain English words: four of them at random are 40 bits. They are said aloud, written on paper and typed a week later, so each
 * has three to seven letters and first four that no other one has. Left out: words that sound like another one, words of the body or of
 * violence, and words that somebody may hear as meant for them. A place is made of the words themselves, so their order here is free;
 * a word that leaves the list can no longer be typed.
 */
const LIST = `
acorn acre acrobat actor agile agree ahead album alder almanac almond alpine amaze amber amuse anchor angle animal answer anthem
antique apple apricot apron arcade arch arctic arena aroma arrive artist aside aspen aster athlete atlas atom attend attic
auburn august aurora author autumn avenue avid avocado await award awning axle azure badge bagel baker balance balcony ballad
bamboo banana banjo banner barley barn barrel basil basket bassoon beacon beaver become begonia beige below bench between
bicycle bingo birch biscuit bison blanket blend blink blossom blouse bluejay boat bobcat bonfire bongo bonnet bonus botany
bottle bouquet bramble branch brave breeze brick bridge bright bronze broom brown brunch brush bubble bucket budget buffalo
bugle builder bulb bundle bunny burrow busy butter buzzer cabbage cabin cable cactus cafe cake calm camel campus canal candle
canoe canvas canyon caper caramel cargo carol carpet cashew castle cavern cedar celery cement chair chalk chapter charm cheddar
chef cherry chess chime chorus chuckle cinema circle citrus city clam clarity clay clean clerk clever climb clock cloth cloud
clover coast cobbler cobweb cocoa coffee comedy comic common compass concert condor cookie copper cork corner cosmic cotton
couch count cover cradle craft crane crayon creek cricket crisp crocus crown crumb crystal cuckoo culture curious curtain curve
cushion custom cycle dahlia dairy daisy dance dapper data dawn dazzle decade decimal delight delta denim design desk diamond
diary dinghy dinner diploma dish diver dock dolphin domino donate donkey door double dove dozen dragon drama drawer dream dress
drift drive drizzle duet dune dusk dustpan eager eagle early earth easel easy ebony echo eclipse emblem emerald encore energy
engine enjoy entry essay evening exact example exhale exhibit exit explore fabric factory falcon famous fancy farmer fawn feast
feather fence fennel fern ferry feta fiction fiddle field fig figure film filter finch firefly fixture flag flannel flint flock
floor floral fluff flute focus foggy folder folk fondue forest forget fortune forum fox foyer frame fresh friend frog frost
fruit fudge future gadget galaxy gallery garage garden garlic gather gauze gazebo gecko gem gentle geology gerbil giant ginger
giraffe glacier glad glass glaze glen glide glimpse glitter globe glossy glove glow glue gnome goal goat golden golf gondola
gopher gosling grain grand grape gravel green grotto group grove grow guava guide guitar gull gusty habit haiku hallway halo
hamlet hammock hardy harmony harp harvest hatbox haven hazel heather hedge height helium hello helper herald heron hidden hill
hinge hippo history hobby hockey holiday hollow honest hoop hope horizon hotel house hover huddle humble hummus iceberg icicle
idea igloo iguana image inbox indigo ink inland inside instant invent invite iris item ivory ivy jacket jaguar january jar
jasmine jasper jazz jelly jersey jigsaw jingle jockey jogger joke jolly journal joyful juice jukebox july jump jungle junior
kale kayak kelp kennel kettle keyhole kiln kimono kind kiosk kitchen kite kitten kiwi koala kumquat label ladder ladle lagoon
lake lamp landing lantern laptop lark lasso latte laugh launch laurel lawn leader leaf league leather legend lemon lemur lentil
letter level library lift light lilac lily linen lion listen little lively lizard lobby lobster local locket lodge lofty long
loop lotus lounge lovely lucky luggage lullaby lumber lunar lunch machine magenta magic magma magnet magpie maker mallard mango
maple marble marina marker marmot marsh marvel mascot match matrix meadow measure mellow melody menu mermaid merry message
meteor metro midday milk mimosa mint minute mirror mission mitten mobile monday monkey month moon mosaic moss moth motor movie
muesli mural museum music mustard mystery nacho napkin narrow nature nearby nebula nectar nest nettle newt nickel nimble noble
nomad noodle noon north nougat novel nursery nutmeg oak oasis oatmeal oblong oboe ocean ocelot ochre october office olive onion
onyx open opera orange orbit orca orchard oregano origami osprey ostrich otter outdoor oval oven owl oyster ozone paddle page
pagoda paint palace palette panda panel papaya paper parade parcel park parrot parsley partner pastel path pattern peach peanut
pearl pebble pecan pelican pencil penguin pepper petal phone photo piano pickle picnic picture pigeon pigment pillow pilot pine
pioneer pixel pizza plaid planet plaza pocket poem polite polka pollen pond pony poodle popcorn poplar poppy porch portal potato
potter prairie present prism pudding puffin pulley pumpkin puppet purple puzzle pyramid quaint quarry quill quince quiz quokka
rabbit raccoon radar radio raft railway rainbow rally ramp ranch raven ravine recipe record recycle reef rhino ribbon ridge
ripple river roast robin robot rocket rodeo roof rope round rover rowboat royal ruby rudder rug rumble runner rural rustic
saddle saffron sage salad salmon salsa salute sand sapling sardine satchel saturn saucer sauna scale scarf school science scone
scooter scout scroll season seaweed sedan sequel serene series sesame shallow shampoo share shawl shelf shimmer shine shore
shovel shrub shuffle siesta signal silence silk silver simple singer skate sketch sky skylark slate sled sleeve slide slipper
slope slow smart smile smooth snack snail snippet snow soap soda soft solar solid sonata song sonnet soprano sorbet source south
soybean space spaniel sparrow spatula special sphere spiral splash sponge spoon sport spring spruce square squid stadium stamp
station stellar stem stereo stone story stove straw stream string studio sturdy suburb subway sugar summer sundial sunny superb
supper sushi swallow swan sweater swift swim syrup tabby table tackle tadpole talent tandem tango tartan taste taxi teacher
teapot tempo tennis tent terrace texture thank theme thermal thimble thistle thread thrifty thrush tiara ticket tiger tile
timber tiny title toast today toffee tomato topaz totem toucan tourist towel town tractor trail trapeze travel tray tree trifle
trio trolley trophy trout trowel truck truffle trumpet trunk trust tuba tugboat tulip tundra tunic tunnel turnip turtle tuxedo
tweed twig twin twist ukulele unicorn unpack update uphill useful usher valley vanilla vault velvet veranda verse viaduct
vibrant video village vine vintage vinyl violin visit visual vivid vocal voice vole volume voyage waddle wafer waffle wagon
walker wallet walnut walrus waltz warm water wave weekend welcome west whisper wicker wild willow window wing winner winter
wisdom wizard wombat wonder wool word wreath yard yarn year yellow yodel yoga young zebra zenith zephyr zest zigzag zinc zinnia
zipper zodiac zone zoom
`;

export const WORDS: readonly string[] = LIST.trim().split(/\s+/);
