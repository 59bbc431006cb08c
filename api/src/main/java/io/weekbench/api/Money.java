package io.weekbench.api;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact amount in one currency; the value of a {@code money} field.
 *
 * @param amount exact, with the scale it was written with; never rounded by the host
 * @param currency an ISO 4217 alphabetic code: {@code CNY}
 */
public record Money(BigDecimal amount, String currency) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /**
     * @throws IllegalArgumentException where the currency is not three capital letters
     */
    public Money {
        if (!CODE.matcher(currency).matches()) {
            throw new IllegalArgumentException("Not an ISO 4217 code: " + currency);
        }
    }

    /**
     * @throws IllegalArgumentException where the currencies differ: amounts are never converted
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other + " to " + this);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** {@code 12.30 CNY}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
