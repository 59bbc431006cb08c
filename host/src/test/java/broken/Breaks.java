package broken;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Names the house rules that a class of this package breaks; the others it keeps. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Breaks {
    String[] value();
}
