import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A step of the build: gives every lambda and method reference of compiled classes a class of its own, as an inner class without a name has
 * one, and writes down what makes two records equal. Java makes both at every start otherwise, which takes a third of a small check; from an
 * archive they are loaded.
 */
final class LambdaClasses {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String INSTANCE = "INSTANCE";
    private static final String MAKE = "make";
    private static final String BODY = "lambda$";

    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final Map<String, byte[]> made = new TreeMap<>();

    /** The arguments are the folder of the classes and the package. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        LambdaClasses lambdas = new LambdaClasses();
        try (Stream<Path> files = Files.walk(folder.resolve(arguments[1]))) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(lambdas::read);
        }
        List<ClassNode> changed = new ArrayList<>();
        for (ClassNode node : List.copyOf(lambdas.classes.values())) {
            if (lambdas.replaced(node) | RecordMethods.written(node)) {
                changed.add(node);
                changed.add(lambdas.classes.get(host(node)));
            }
        }
        for (ClassNode node : changed) {
            ClassWriter writer = new ClassWriter(0);
            node.accept(writer);
            lambdas.made.put(node.name, writer.toByteArray());
        }
        for (Map.Entry<String, byte[]> each : lambdas.made.entrySet()) {
            Files.write(folder.resolve(each.getKey() + ".class"), each.getValue());
        }
    }

    private void read(Path file) {
        try {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, 0);
            classes.put(node.name, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String host(ClassNode node) {
        return node.nestHostClass == null ? node.name : node.nestHostClass;
    }

    private boolean replaced(ClassNode node) {
        int count = 0;
        Set<String> bodies = new HashSet<>();
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic && dynamic.bsm.getOwner().equals(METAFACTORY)
                        && dynamic.bsm.getName().equals("metafactory")) {
                    String name = node.name + "$Lambda" + count++;
                    Type[] captured = Type.getArgumentTypes(dynamic.desc);
                    made.put(name, written(name, node, dynamic, captured));
                    bodies.add(((Handle) dynamic.bsmArgs[1]).getName());
                    method.instructions.set(instruction, captured.length == 0
                            ? new FieldInsnNode(Opcodes.GETSTATIC, name, INSTANCE, Type.getReturnType(dynamic.desc).getDescriptor())
                            : new MethodInsnNode(Opcodes.INVOKESTATIC, name, MAKE, dynamic.desc, false));
                    ClassNode host = classes.get(host(node));
                    host.nestMembers = host.nestMembers == null ? new ArrayList<>() : host.nestMembers;
                    host.nestMembers.add(name);
                }
            }
        }
        for (MethodNode method : node.methods) {
            boolean called = method.name.startsWith(BODY) && bodies.contains(method.name);
            method.access &= called ? ~Opcodes.ACC_SYNTHETIC : -1;
            method.name = called ? plain(method.name) : method.name;
        }
        return count > 0;
    }

    /** The name of a lambda's body, which is a method like any other now: tests of dependencies pass over what is called {@code lambda$f$1}. */
    private static String plain(String name) {
        return name.startsWith(BODY) ? name.substring(BODY.length()) : name;
    }

    private static byte[] written(String name, ClassNode node, InvokeDynamicInsnNode dynamic, Type[] captured) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        Type type = Type.getObjectType(name);
        Type shown = Type.getReturnType(dynamic.desc);
        writer.visit(node.version, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, name, null, "java/lang/Object",
                new String[] {shown.getInternalName()});
        writer.visitNestHost(host(node));
        for (int i = 0; i < captured.length; i++) {
            writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "value" + i, captured[i].getDescriptor(), null, null).visitEnd();
        }
        Method constructor = new Method("<init>", Type.VOID_TYPE, captured);
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PRIVATE, constructor, null, null, writer);
        code.loadThis();
        code.invokeConstructor(Type.getType(Object.class), new Method("<init>", "()V"));
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.loadArg(i);
            code.putField(type, "value" + i, captured[i]);
        }
        end(code);
        boolean single = captured.length == 0;
        code = new GeneratorAdapter(Opcodes.ACC_STATIC, single ? new Method("<clinit>", "()V") : new Method(MAKE, dynamic.desc), null, null, writer);
        code.newInstance(type);
        code.dup();
        for (int i = 0; i < captured.length; i++) {
            code.loadArg(i);
        }
        code.invokeConstructor(type, constructor);
        if (single) {
            writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, shown.getDescriptor(), null, null).visitEnd();
            code.putStatic(type, INSTANCE, shown);
        }
        end(code);
        call(new GeneratorAdapter(Opcodes.ACC_PUBLIC, new Method(dynamic.name, ((Type) dynamic.bsmArgs[0]).getDescriptor()), null, null, writer), type,
                dynamic, captured);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void end(GeneratorAdapter code) {
        code.returnValue();
        code.endMethod();
    }

    /** What the only method of the interface does: passes what was captured and its arguments on. */
    private static void call(GeneratorAdapter code, Type type, InvokeDynamicInsnNode dynamic, Type[] captured) {
        Type erased = (Type) dynamic.bsmArgs[0];
        Handle target = (Handle) dynamic.bsmArgs[1];
        Type exact = (Type) dynamic.bsmArgs[2];
        boolean creates = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        Type owner = Type.getObjectType(target.getOwner());
        List<Type> parameters = new ArrayList<>();
        if (creates) {
            code.newInstance(owner);
            code.dup();
        } else if (target.getTag() != Opcodes.H_INVOKESTATIC) {
            parameters.add(owner);
        }
        parameters.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.getField(type, "value" + i, captured[i]);
        }
        for (int i = 0; i < erased.getArgumentTypes().length; i++) {
            code.loadArg(i);
            convert(code, erased.getArgumentTypes()[i], exact.getArgumentTypes()[i]);
            convert(code, exact.getArgumentTypes()[i], parameters.get(captured.length + i));
        }
        int opcode = creates ? Opcodes.INVOKESPECIAL : target.getTag() == Opcodes.H_INVOKESTATIC ? Opcodes.INVOKESTATIC
                : target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        code.visitMethodInsn(opcode, target.getOwner(), plain(target.getName()), target.getDesc(), target.isInterface());
        Type result = creates ? owner : Type.getReturnType(target.getDesc());
        if (erased.getReturnType() == Type.VOID_TYPE) {
            if (result.getSize() == 2) {
                code.pop2();
            } else if (result.getSize() == 1) {
                code.pop();
            }
        } else {
            convert(code, result, exact.getReturnType());
            convert(code, exact.getReturnType(), erased.getReturnType());
        }
        end(code);
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static void convert(GeneratorAdapter code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        } else if (isPrimitive(from) && isPrimitive(to)) {
            code.cast(from, to);
        } else if (isPrimitive(from)) {
            code.valueOf(from);
        } else if (isPrimitive(to)) {
            code.unbox(to);
        } else {
            code.checkCast(to);
        }
    }
}

/** The methods equals and hashCode of a record, as Java defines them. */
final class RecordMethods {

    private static final String FACTORY = "java/lang/runtime/ObjectMethods";
    private static final String OBJECTS = "java/util/Objects";

    private RecordMethods() { }

    /** Writes them where they are not; says whether there was something to write. */
    static boolean written(ClassNode node) {
        boolean any = false;
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic && dynamic.bsm.getOwner().equals(FACTORY) && !dynamic.name.equals("toString")) {
                    List<Handle> fields = Stream.of(dynamic.bsmArgs).skip(2).map(Handle.class::cast).toList();
                    method.instructions.clear();
                    if (dynamic.name.equals("equals")) {
                        equality(method, node.name, fields);
                    } else {
                        hash(method, fields);
                    }
                    any = true;
                    break;
                }
            }
        }
        return any;
    }

    private static void equality(MethodNode code, String name, List<Handle> fields) {
        Label different = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, name);
        code.visitJumpInsn(Opcodes.IFEQ, different);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, name);
        code.visitVarInsn(Opcodes.ASTORE, 2);
        for (Handle field : fields) {
            for (int own = 0; own <= 2; own += 2) {
                code.visitVarInsn(Opcodes.ALOAD, own);
                code.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
            }
            Type type = Type.getType(field.getDesc());
            if (type.getSort() >= Type.ARRAY) {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, OBJECTS, "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z", false);
                code.visitJumpInsn(Opcodes.IFEQ, different);
            } else {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper(type), "compare", "(" + type + type + ")I", false);
                code.visitJumpInsn(Opcodes.IFNE, different);
            }
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(different);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(4, 3);
    }

    private static void hash(MethodNode code, List<Handle> fields) {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle field : fields) {
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
            Type type = Type.getType(field.getDesc());
            boolean primitive = type.getSort() < Type.ARRAY;
            code.visitMethodInsn(Opcodes.INVOKESTATIC, primitive ? wrapper(type) : OBJECTS, "hashCode", "(" + (primitive ? type : "Ljava/lang/Object;") + ")I",
                    false);
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(3, 1);
    }

    private static String wrapper(Type type) {
        return MethodType.fromMethodDescriptorString("()" + type, null).wrap().returnType().getName().replace('.', '/');
    }
}
