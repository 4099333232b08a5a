#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <tuple>

namespace atelier {

/// What the text of a field must satisfy.
struct Rule
{
    bool (*holds)(std::string_view text);
    std::string_view sentence; ///< ends "… must": "start with a letter and …"
    std::string_view pattern; ///< the same as a regular expression, for schemas; "" where there is none
};

/// Which scalars a text field takes.
enum class Accepts {
    TextOnly, ///< numbers, booleans and dates must be quoted
    NumbersToo,
    AnyScalar, ///< as the text that reaches a command
};

/// What happens to a key that is not described.
enum class UnknownKeys { Refused, Warned };

/// Everything of a field but where its value is kept.
struct FieldNotes
{
    std::string_view key;
    std::string_view help;
    bool isRequired = false;
    Accepts accepts = Accepts::TextOnly;
    std::optional<Rule> rule;
    std::span<const std::string_view> choices; ///< of an enum
    bool isExactCase = false; ///< of an enum
    std::optional<double> least; ///< of a number
};

/// One field of a kind of thing: its key in YAML, JSON and forms, and the member that keeps it.
template<typename Owner, typename Value>
struct Field : FieldNotes
{
    Value Owner::*member = nullptr;

    [[nodiscard]] constexpr Field required() const
    {
        return with([](Field &f) { f.isRequired = true; });
    }
    [[nodiscard]] constexpr Field exactCase() const
    {
        return with([](Field &f) { f.isExactCase = true; });
    }
    [[nodiscard]] constexpr Field taking(Accepts what) const
    {
        return with([&](Field &f) { f.accepts = what; });
    }
    [[nodiscard]] constexpr Field ruledBy(const Rule &rule_) const
    {
        return with([&](Field &f) { f.rule = rule_; });
    }
    [[nodiscard]] constexpr Field oneOf(std::span<const std::string_view> all) const
    {
        return with([&](Field &f) { f.choices = all; });
    }
    [[nodiscard]] constexpr Field atLeast(double limit) const
    {
        return with([&](Field &f) { f.least = limit; });
    }

private:
    template<typename Change>
    [[nodiscard]] constexpr Field with(Change change) const
    {
        Field changed = *this;
        change(changed);
        return changed;
    }
};

template<typename Owner, typename Value>
[[nodiscard]] constexpr Field<Owner, Value> field(
    std::string_view key, Value Owner::*member, std::string_view help)
{
    Field<Owner, Value> made;
    made.key = key;
    made.help = help;
    made.member = member;
    return made;
}

/// Fields of the same thing that documents write one level deeper (`resources.instance_count`).
template<typename... Fields>
struct Group
{
    std::string_view key;
    std::string_view help;
    UnknownKeys unknownKeys;
    std::tuple<Fields...> fields;
};

template<typename... Fields>
[[nodiscard]] constexpr Group<Fields...> group(
    std::string_view key, std::string_view help, UnknownKeys unknownKeys, Fields... fields)
{
    return {key, help, unknownKeys, std::tuple{fields...}};
}

/// A part whose fields documents write among those of the whole.
template<typename Owner, typename Part>
struct Flat
{
    Part Owner::*part;
};

template<typename Owner, typename Part>
[[nodiscard]] constexpr Flat<Owner, Part> flat(Part Owner::*part)
{
    return {part};
}

/// A key that documents may write and that no member keeps.
struct OtherKey
{
    enum class Treatment { Dropped, Ignored, Refused };

    std::string_view key;
    Treatment treatment;
    std::string_view sentence; ///< why, and what to do
};

/// Written by the service into what it gives out: dropped without a word.
[[nodiscard]] constexpr OtherKey readOnly(std::string_view key)
{
    return {key, OtherKey::Treatment::Dropped, {}};
}

/// Harmless here: a warning.
[[nodiscard]] constexpr OtherKey ignored(std::string_view key, std::string_view sentence)
{
    return {key, OtherKey::Treatment::Ignored, sentence};
}

/// Would change what the job does: an error.
[[nodiscard]] constexpr OtherKey refused(std::string_view key, std::string_view sentence)
{
    return {key, OtherKey::Treatment::Refused, sentence};
}

/// Specialised for each kind: `noun`, `unknownKeys`, and `fields`, a tuple of the above.
template<typename T>
struct Described;

} // namespace atelier
