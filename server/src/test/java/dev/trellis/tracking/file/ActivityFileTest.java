package dev.trellis.tracking.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.tracking.file.FileReading.Refused;
import dev.trellis.tracking.file.FileReading.Understood;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of a watch says, what is made of a careless one, and what a malicious one gets. */
class ActivityFileTest {
    /** Two kilometres due north along a meridian in four parts, ten minutes; then a pause of five, and 500 m more. */
    private static final String GPX = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx version="1.1" creator="a watch" xmlns="http://www.topografix.com/GPX/1/1"
                 xmlns:tp="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
              <metadata><time>2020-01-01T00:00:00Z</time></metadata>
              <trk><name>Morning</name><type>running</type>
                <trkseg>
                  <trkpt lat="50.000000" lon="8.0"><ele>100.0</ele><time>2026-11-15T07:00:00Z</time>
                    <extensions><tp:TrackPointExtension><tp:hr>120</tp:hr></tp:TrackPointExtension></extensions></trkpt>
                  <trkpt lat="50.004497" lon="8.0"><ele>104.0</ele><time>2026-11-15T07:02:30Z</time>
                    <extensions><tp:TrackPointExtension><tp:hr>140</tp:hr></tp:TrackPointExtension></extensions></trkpt>
                  <trkpt lat="50.008993" lon="8.0"><ele>102.0</ele><time>2026-11-15T07:05:00Z</time>
                    <extensions><tp:TrackPointExtension><tp:hr>160</tp:hr></tp:TrackPointExtension></extensions></trkpt>
                  <trkpt lat="50.013490" lon="8.0"><ele>103.5</ele><time>2026-11-15T07:07:30Z</time></trkpt>
                  <trkpt lat="50.017986" lon="8.0"><ele>109.0</ele><time>2026-11-15T07:10:00Z</time></trkpt>
                </trkseg>
                <trkseg>
                  <trkpt lat="50.027000" lon="8.0"><ele>50.0</ele><time>2026-11-15T07:15:00Z</time></trkpt>
                  <trkpt lat="50.031497" lon="8.0"><ele>50.0</ele><time>2026-11-15T07:17:30Z</time></trkpt>
                </trkseg>
              </trk>
            </gpx>
            """;

    private static final String TCX = """
            <?xml version="1.0" encoding="UTF-8"?>
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
              <Activities><Activity Sport="Biking"><Id>2026-11-14T09:00:00.000Z</Id>
                <Lap StartTime="2026-11-14T09:00:00.000Z">
                  <TotalTimeSeconds>1200.4</TotalTimeSeconds><DistanceMeters>8000.0</DistanceMeters>
                  <MaximumSpeed>9.1</MaximumSpeed><Calories>200</Calories>
                  <AverageHeartRateBpm><Value>130</Value></AverageHeartRateBpm>
                  <MaximumHeartRateBpm><Value>150</Value></MaximumHeartRateBpm>
                  <Intensity>Active</Intensity>
                  <Track>
                    <Trackpoint><Time>2026-11-14T09:00:00.000Z</Time>
                      <Position><LatitudeDegrees>50.0</LatitudeDegrees><LongitudeDegrees>8.0</LongitudeDegrees></Position>
                      <AltitudeMeters>200</AltitudeMeters><DistanceMeters>0</DistanceMeters>
                      <HeartRateBpm><Value>100</Value></HeartRateBpm></Trackpoint>
                    <Trackpoint><Time>2026-11-14T09:20:00.000Z</Time><AltitudeMeters>260</AltitudeMeters>
                      <DistanceMeters>8000</DistanceMeters><HeartRateBpm><Value>171</Value></HeartRateBpm></Trackpoint>
                  </Track>
                </Lap>
                <Lap StartTime="2026-11-14T09:20:00.000Z">
                  <TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>4000.5</DistanceMeters>
                  <Calories>101</Calories>
                  <AverageHeartRateBpm><Value>160</Value></AverageHeartRateBpm>
                  <MaximumHeartRateBpm><Value>165</Value></MaximumHeartRateBpm>
                </Lap>
              </Activity></Activities>
            </TrainingCenterDatabase>
            """;

    @Test
    void addsUpATrackAndLeavesOutItsPauses() {
        var summary = understood(GPX);

        assertThat(summary.format()).isEqualTo(FileFormat.GPX);
        assertThat(summary.sport()).isEqualTo("running");
        assertThat(summary.startedAt()).isEqualTo(Instant.parse("2026-11-15T07:00:00Z"));
        assertThat(summary.durationS()).isEqualTo(750);
        assertThat(metres(summary))
                .as("four parts and one of 500 m; the kilometre of the pause is not his")
                .isBetween(2499.0, 2501.0);
        assertThat(summary.elevationGainM()).as("100 to 104, 102 to 109").isEqualByComparingTo("11.0");
        assertThat(summary.averageHeartRate()).isEqualTo(150);
        assertThat(summary.maxHeartRate()).isEqualTo(160);
        assertThat(summary.energyKcal()).isNull();
    }

    @Test
    void addsUpLapsAndTakesFromThePointsWhatLapsDoNotSay() {
        var summary = understood(TCX);

        assertThat(summary.format()).isEqualTo(FileFormat.TCX);
        assertThat(summary.sport()).isEqualTo("Biking");
        assertThat(summary.startedAt()).isEqualTo(Instant.parse("2026-11-14T09:00:00Z"));
        assertThat(summary.durationS()).isEqualTo(1800);
        assertThat(summary.distanceM()).isEqualByComparingTo("12000.5");
        assertThat(summary.elevationGainM()).isEqualByComparingTo("60.0");
        assertThat(summary.averageHeartRate()).as("weighted by time").isEqualTo(140);
        assertThat(summary.maxHeartRate()).as("of a point").isEqualTo(171);
        assertThat(summary.energyKcal()).isEqualTo(301);
    }

    @Test
    void aGlitchOfTheReceiverIsNoDistance() {
        var glitch = GPX.replace("lat=\"50.008993\"", "lat=\"51.5\"");

        assertThat(metres(understood(glitch))).isBetween(2499.0, 2501.0);
    }

    @Test
    void impossibleValuesAreLeftOut() {
        var odd = GPX.replace("<tp:hr>160</tp:hr>", "<tp:hr>999</tp:hr>")
                .replace("<ele>109.0</ele>", "<ele>NaN</ele>")
                .replace("lat=\"50.017986\"", "lat=\"x\"");

        var summary = understood(odd);

        assertThat(summary.maxHeartRate()).isEqualTo(140);
        assertThat(summary.elevationGainM()).isEqualByComparingTo("4.0");
        assertThat(metres(summary)).isBetween(1999.0, 2001.0);
    }

    @Test
    void otherEncodingsAreRead() {
        for (var charset : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1}) {
            var text = GPX.replace("UTF-8", charset.name()).replace("Morning", "Früh");

            assertThat(ActivityFile.read(text.getBytes(charset)))
                    .as(charset.name())
                    .isInstanceOf(Understood.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<gpx/>",
                "<gpx",
                "<kml></kml>",
                "{\"type\":\"run\"}",
                "<gpx><trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk></gpx>",
                "<gpx><rte><rtept lat='1' lon='1'><time>2026-11-15T07:00:00Z</time></rtept></rte></gpx>",
                "<gpx><trk><trkseg><trkpt lat='1' lon='1'><time>2026-11-15T07:00:00Z</time></trkpt></trkseg></trk></gpx>",
                "<gpx><trk><trkseg><trkpt lat='1' lon='1'><time>2026-11-01T07:00:00Z</time></trkpt>"
                        + "<trkpt lat='1' lon='1'><time>2026-11-15T07:00:00Z</time></trkpt></trkseg></trk></gpx>",
                "<TrainingCenterDatabase><Activities/></TrainingCenterDatabase>",
                "<TrainingCenterDatabase><Courses><Course><Lap><TotalTimeSeconds>60</TotalTimeSeconds></Lap><Track>"
                        + "<Trackpoint><Time>2026-11-14T09:00:00Z</Time></Trackpoint></Track></Course></Courses>"
                        + "</TrainingCenterDatabase>",
                "<TrainingCenterDatabase><Activities><Activity Sport='Running'/><Activity Sport='Biking'/></Activities>"
                        + "</TrainingCenterDatabase>",
            })
    void saysWhyAFileCannotBeRead(String file) {
        assertThat(ActivityFile.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE gpx SYSTEM \"http://127.0.0.1:1/evil.dtd\">",
                "<!DOCTYPE gpx [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE gpx>",
            })
    void aDocumentTypeIsRefusedWhateverItDeclares(String type) {
        var file = GPX.replace("<gpx version", type + "<gpx version").replace("running", "&x;&b;");

        assertThat(ActivityFile.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).doesNotContain("root", "evil"));
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        var deep = "<gpx>" + "<a>".repeat(100_000);

        assertThat(ActivityFile.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).contains("too deeply"));
    }

    @Test
    void anEndlessTextIsNotKept() {
        var file = GPX.replace("running", "running " + "x".repeat(2_000_000));

        assertThat(understood(file).sport()).hasSizeLessThanOrEqualTo(100).startsWith("running");
    }

    @Test
    void whateverIsDoneToAFileItIsReadOrRefused() {
        var random = new Random(20261121);
        for (var source : new String[] {GPX, TCX}) {
            for (var i = 0; i < 3_000; i++) {
                var bytes = source.getBytes(StandardCharsets.UTF_8);
                for (var change = 0; change < 1 + random.nextInt(6); change++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                assertThat(ActivityFile.read(bytes)).isNotNull();
            }
        }
    }

    private static double metres(FileSummary summary) {
        return Objects.requireNonNull(summary.distanceM()).doubleValue();
    }

    private static FileSummary understood(String file) {
        var reading = ActivityFile.read(file.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Understood.class);
        return ((Understood) reading).summary();
    }
}
