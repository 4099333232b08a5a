#include "core/document/JobFilterGrammar.h"

#include "core/document/FilterScanner.h"
#include "core/document/JobFilterValues.h"
#include "core/document/Nearest.h"
#include "core/domain/Names.h"

#include <algorithm>
#include <array>
#include <optional>

namespace atelier {

namespace {

constexpr std::size_t mostConditions = 50;

constexpr std::array<std::pair<std::string_view, JobComparison>, 6> operators{
    {{"<=", JobComparison::LessEqual}, {">=", JobComparison::GreaterEqual}, {"<", JobComparison::Less},
        {">", JobComparison::Greater}, {"=", JobComparison::Equal}, {":", JobComparison::Equal}}};

const JobFilterField *fieldNamed(std::string_view name)
{
    for (const JobFilterField &field : jobFilterFields())
        if (field.name == name
            || std::find(field.otherNames.begin(), field.otherNames.end(), name) != field.otherNames.end())
            return &field;
    return nullptr;
}

std::string unknownField(std::string_view word)
{
    std::vector<std::string_view> names;
    for (const JobFilterField &field : jobFilterFields())
        names.push_back(field.name);
    return "There is no field '" + excerpt(word) + "'." + didYouMean(word, names)
        + " The fields are: " + listOf(names) + ". To look for these letters, put them in quotes.";
}

class JobFilterParser : private FilterScanner
{
public:
    JobFilterParser(std::string_view text, std::int64_t nowMs)
        : FilterScanner(text)
        , m_nowMs(nowMs)
    {
    }

    Result<ParsedJobFilter> filter()
    {
        ParsedJobFilter filter;
        for (skipBlanks(); m_at < m_text.size(); skipBlanks()) {
            if (takeWord("AND"))
                continue;
            if (filter.conditions.size() == mostConditions)
                return failure(m_at, "filter.too-long",
                    "A filter has at most " + std::to_string(mostConditions) + " conditions.");
            m_condition = {};
            m_place = {m_at, 0, 0, 0};
            if (auto taken = takeCondition(); !taken)
                return taken.error();
            m_place.end = m_at;
            filter.conditions.push_back(std::move(m_condition));
            filter.places.push_back(m_place);
        }
        return filter;
    }

    Result<NamedJobField> fieldAlone()
    {
        m_at = std::min(m_text.find('.'), m_text.size());
        const JobFilterField *field = fieldNamed(lowerCase(m_text.substr(0, m_at)));
        if (field == nullptr)
            return failure(0, "filter.field", unknownField(m_text.substr(0, m_at)));
        if (auto key = takeKey(*field); !key)
            return key.error();
        if (m_at < m_text.size())
            return failure(m_at, "filter.field", "A field's name ends before this.");
        return NamedJobField{field, m_condition.key};
    }

private:
    Result<void> takeCondition()
    {
        m_condition.isNegated = takeNegation();
        if (m_at == m_text.size())
            return failure(m_place.begin, "filter.syntax", "A condition is missing after the negation.");
        m_place.operatorBegin = m_place.valueBegin = m_at;
        if (isAtQuote())
            return takeText();
        if (takeWord("OR"))
            return failure(m_place.begin, "filter.syntax",
                "Conditions are joined by AND alone. For one of several values write state:failed,canceled.");
        const std::size_t begin = m_at;
        const std::size_t word = m_text.find_first_of(" \t\r\n:<>=\"'", begin);
        m_at = std::min(word, m_text.size());
        const std::string_view name = m_text.substr(begin, m_at - begin);
        const std::size_t dot = name.find('.');
        const JobFilterField *field = fieldNamed(lowerCase(name.substr(0, dot)));
        if (field == nullptr || !hasOperatorAhead(dot)) {
            m_at = begin;
            return field == nullptr && isOperator(word) ? failure(begin, "filter.field", unknownField(name))
                                                        : takeText();
        }
        m_at = begin + std::min(dot, name.size());
        return takeFieldCondition(*field);
    }

    /// An operator after the word, after blanks, or after a key in quotes.
    [[nodiscard]] bool hasOperatorAhead(std::size_t dot) const
    {
        if (dot != std::string_view::npos && isAtQuote())
            return true;
        const std::size_t at = m_text.find_first_not_of(" \t\r\n", m_at);
        return at < m_text.size() && isOperator(at) && (at == m_at || m_text[at] != ':');
    }

    [[nodiscard]] bool isOperator(std::size_t at) const
    {
        return at < m_text.size() && std::string_view(":<>=").find(m_text[at]) != std::string_view::npos;
    }

    Result<void> takeFieldCondition(const JobFilterField &field)
    {
        m_condition.field = field.field;
        if (auto key = takeKey(field); !key)
            return key;
        skipBlanks();
        m_place.operatorBegin = m_at;
        if (auto taken = takeOperator(field); !taken)
            return taken;
        do {
            skipBlanks();
            const std::size_t begin = m_at;
            if (m_condition.texts.empty() && m_condition.numbers.empty() && m_condition.times.empty())
                m_place.valueBegin = begin;
            auto value = takeValue(m_place.begin);
            if (!value)
                return value.error();
            if (auto added = addJobFilterValue(m_condition, field.kind, *value, m_nowMs); !added)
                return failure(begin, added.error().code, added.error().sentence);
        } while (takeComma());
        return {};
    }

    Result<void> takeKey(const JobFilterField &field)
    {
        if (m_at == m_text.size() || m_text[m_at] != '.') {
            if (!field.takesKey || field.field == JobField::Tag)
                return {};
            return failure(m_at, "filter.key",
                "Which " + std::string(field.name) + "? Write its name behind a dot, as in "
                    + std::string(field.name) + ".name.");
        }
        const std::size_t begin = ++m_at;
        if (!field.takesKey)
            return failure(begin, "filter.key",
                "The field " + std::string(field.name) + " has no parts. Write " + std::string(field.name)
                    + ":value.");
        if (isAtQuote()) {
            auto key = takeQuoted();
            if (!key)
                return key.error();
            m_condition.key = *std::move(key);
        } else {
            m_at = std::min(m_text.find_first_of(" \t\r\n:<>=", begin), m_text.size());
            m_condition.key = m_text.substr(begin, m_at - begin);
        }
        if (m_condition.key.empty())
            return failure(
                begin, "filter.key", "Which " + std::string(field.name) + "? Write its name behind the dot.");
        return {};
    }

    Result<void> takeOperator(const JobFilterField &field)
    {
        for (const auto &[written, comparison] : operators) {
            if (m_text.substr(m_at, written.size()) != written)
                continue;
            m_condition.comparison = comparison;
            m_at += written.size();
            const bool isOrdered
                = field.kind != JobFilterField::Kind::Word || field.field == JobField::Parameter;
            if (comparison != JobComparison::Equal && !isOrdered)
                return failure(m_place.operatorBegin, "filter.operator",
                    "The field " + std::string(field.name) + " has no order. Write " + std::string(field.name)
                        + ":value.");
            return {};
        }
        return failure(m_at, "filter.operator", "An operator is missing here: one of : = < <= > >=.");
    }

    Result<void> takeText()
    {
        const std::size_t begin = m_at;
        if (isAtQuote()) {
            auto text = takeQuoted();
            if (!text)
                return text.error();
            m_condition.texts.push_back(*std::move(text));
            return {};
        }
        m_at = std::min(m_text.find_first_of(" \t\r\n", begin), m_text.size());
        m_condition.texts.emplace_back(m_text.substr(begin, m_at - begin));
        return {};
    }

    std::int64_t m_nowMs;
    JobCondition m_condition; ///< that is being read
    JobFilterPlace m_place;
};

} // namespace

const std::vector<JobFilterField> &jobFilterFields()
{
    using Kind = JobFilterField::Kind;
    static const std::vector<JobFilterField> fields{
        {"state", JobField::State, Kind::Word, false, {"status"}},
        {"experiment", JobField::Experiment, Kind::Word},
        {"type", JobField::Type, Kind::Word},
        {"user", JobField::User, Kind::Word},
        {"compute", JobField::Compute, Kind::Word},
        {"created", JobField::Created, Kind::Time},
        {"duration", JobField::Duration, Kind::Duration},
        {"tag", JobField::Tag, Kind::Word, true, {"tags"}},
        {"param", JobField::Parameter, Kind::Word, true, {"params", "parameter", "parameters"}},
        {"metric", JobField::Metric, Kind::Number, true, {"metrics"}},
    };
    return fields;
}

Result<ParsedJobFilter> parseJobFilter(std::string_view text, std::int64_t nowMs)
{
    if (text.size() > longestJobFilter)
        return invalidJobFilter("filter.too-long",
            "A filter has at most " + std::to_string(longestJobFilter) + " bytes, and this one has "
                + std::to_string(text.size()) + ".");
    return JobFilterParser(text, nowMs).filter();
}

Result<NamedJobField> parseJobField(std::string_view written)
{
    return JobFilterParser(written, 0).fieldAlone();
}

std::string jobFilterValue(std::string_view value)
{
    const bool isPlain = !value.empty() && value.find_first_of(" \t\r\n,\"'\\:<>=") == std::string_view::npos
        && value.front() != '-';
    if (isPlain)
        return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

} // namespace atelier
