package io.weekbench.host;

/** Where the process begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("weekbench " + Main.class.getPackage().getImplementationVersion());
    }
}
