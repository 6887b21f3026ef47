package org.symbolon.record.internal.v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Composite;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.parser.DefaultModelClassFactory;
import ca.uhn.hl7v2.parser.ModelClassFactory;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * HAPI's definitions of segments and data types. Two versions cover all: 2.5.1 knows the fields of everything before it by the
 * numbers they always had, 2.8.1 what came later; a field withdrawn in one is looked up in the other. Thread-safe.
 */
final class Definitions {
    static final String UNDEFINED = "";
    private static final String WITHDRAWN = "NULLDT";

    private static final Definitions INSTANCE = new Definitions();

    private final Generation early = new Generation("2.5.1");
    private final Generation late = new Generation("2.8.1");

    private Definitions() {}

    static Definitions instance() {
        return INSTANCE;
    }

    boolean knows(String segment) {
        return !early.fields(segment).isEmpty() || !late.fields(segment).isEmpty();
    }

    /** Whether messages of that version (MSH-12) follow the late definitions. */
    static boolean isLate(String version) {
        return version.compareTo("2.5.1") > 0;
    }

    /** The data type of a field in a message of early or late versions; {@link #UNDEFINED} where there is none. */
    String type(String segment, int field, boolean isLate) {
        String type = (isLate ? late : early).type(segment, field);
        return type.equals(UNDEFINED) ? (isLate ? early : late).type(segment, field) : type;
    }

    /** The data types of a composite's components; empty for a primitive or unknown one. */
    List<String> components(String type) {
        List<String> components = early.components(type);
        return components.isEmpty() ? late.components(type) : components;
    }

    /** One version of the standard. */
    private static final class Generation {
        private final String packageName;
        private final ModelClassFactory factory = new DefaultModelClassFactory();
        private final Message message;
        private final Map<String, List<String>> segments = new ConcurrentHashMap<>();
        private final Map<String, List<String>> composites = new ConcurrentHashMap<>();

        Generation(String version) {
            this.packageName = "ca.uhn.hl7v2.model.v" + version.replace(".", "");
            try {
                this.message = GenericMessage.getGenericMessageClass(version)
                        .getConstructor(ModelClassFactory.class)
                        .newInstance(factory);
            } catch (ReflectiveOperationException e) {
                throw new SymbolonException(ErrorCode.INTERNAL, "HAPI lacks a version of HL7 v2", e);
            }
        }

        String type(String segment, int field) {
            List<String> types = fields(segment);
            String type = field <= types.size() ? types.get(field - 1) : UNDEFINED;
            return type.equals(WITHDRAWN) ? UNDEFINED : type;
        }

        List<String> fields(String segment) {
            return segments.computeIfAbsent(segment, this::readFields);
        }

        List<String> components(String type) {
            return composites.computeIfAbsent(type, this::readComponents);
        }

        private List<String> readFields(String name) {
            try {
                Segment segment = Class.forName(packageName + ".segment." + name)
                        .asSubclass(Segment.class)
                        .getConstructor(Group.class, ModelClassFactory.class)
                        .newInstance(message, factory);
                List<String> types = new ArrayList<>();
                for (int field = 1; field <= segment.numFields(); field++) {
                    types.add(segment.getField(field, 0).getClass().getSimpleName());
                }
                return List.copyOf(types);
            } catch (ClassNotFoundException e) {
                return List.of();
            } catch (ReflectiveOperationException | HL7Exception e) {
                throw new SymbolonException(ErrorCode.INTERNAL, "HAPI's definition of a segment cannot be read", e);
            }
        }

        private List<String> readComponents(String name) {
            try {
                Constructor<?> constructor =
                        Class.forName(packageName + ".datatype." + name).getConstructor(Message.class);
                return constructor.newInstance(message) instanceof Composite composite
                        ? Arrays.stream(composite.getComponents())
                                .map(Type::getClass)
                                .map(Class::getSimpleName)
                                .toList()
                        : List.of();
            } catch (ClassNotFoundException | NoSuchMethodException e) {
                return List.of();
            } catch (ReflectiveOperationException e) {
                throw new SymbolonException(ErrorCode.INTERNAL, "HAPI's definition of a data type cannot be read", e);
            }
        }
    }
}
