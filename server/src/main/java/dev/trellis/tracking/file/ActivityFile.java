package dev.trellis.tracking.file;

import dev.trellis.tracking.file.XmlWalk.Attributes;
import dev.trellis.tracking.file.XmlWalk.Elements;
import org.jspecify.annotations.Nullable;

/** A file of a watch or a phone, known by its content and not by what somebody calls it. */
public final class ActivityFile {
    private ActivityFile() {}

    /** Reads it, or says why not. */
    public static FileReading read(byte[] content) {
        try {
            var root = new ByRoot();
            XmlWalk.through(content, root);
            return new FileReading.Understood(root.format().summary());
        } catch (UnreadableFile e) {
            return new FileReading.Refused(e.why());
        }
    }

    /** The root element says which format it is. */
    private static final class ByRoot implements Elements {
        private @Nullable SummingElements format;

        SummingElements format() throws UnreadableFile {
            if (format == null) {
                throw new UnreadableFile("The file is empty.");
            }
            return format;
        }

        @Override
        public void begins(String name, Attributes attributes) throws UnreadableFile {
            if (format == null) {
                format = switch (name) {
                    case "gpx" -> new GpxElements();
                    case "TrainingCenterDatabase" -> new TcxElements();
                    default -> throw new UnreadableFile("The file is neither GPX nor TCX.");
                };
            }
            format.begins(name, attributes);
        }

        @Override
        public void ends(String name, String parent, String text) throws UnreadableFile {
            format().ends(name, parent, text);
        }
    }
}
