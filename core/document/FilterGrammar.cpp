#include "core/document/FilterGrammar.h"

#include "core/document/FilterLexer.h"
#include "core/document/Nearest.h"
#include "core/domain/Literal.h"
#include "core/domain/Names.h"

#include <algorithm>
#include <array>
#include <optional>

namespace atelier {

namespace {

using Kind = FilterToken::Kind;

constexpr std::size_t longestFilter = std::size_t{256} << 10; // room for some thousand run ids
constexpr std::size_t mostClauses = 100;
constexpr std::size_t mostListed = 10'000;

constexpr std::array<std::pair<Comparator, std::string_view>, 10> comparatorNames{{{Comparator::Equal, "="},
    {Comparator::NotEqual, "!="}, {Comparator::Less, "<"}, {Comparator::LessEqual, "<="},
    {Comparator::Greater, ">"}, {Comparator::GreaterEqual, ">="}, {Comparator::Like, "LIKE"},
    {Comparator::ILike, "ILIKE"}, {Comparator::In, "IN"}, {Comparator::NotIn, "NOT IN"}}};

constexpr std::array<std::pair<std::string_view, FilterEntity>, 13> entityNames{
    {{"attribute", FilterEntity::Attribute}, {"attributes", FilterEntity::Attribute},
        {"attr", FilterEntity::Attribute}, {"run", FilterEntity::Attribute}, {"metric", FilterEntity::Metric},
        {"metrics", FilterEntity::Metric}, {"param", FilterEntity::Parameter},
        {"params", FilterEntity::Parameter}, {"parameter", FilterEntity::Parameter},
        {"parameters", FilterEntity::Parameter}, {"tag", FilterEntity::Tag}, {"tags", FilterEntity::Tag},
        {"dataset", FilterEntity::Dataset}}};

std::string_view nounOf(FilterEntity entity)
{
    switch (entity) {
    case FilterEntity::Attribute:
        return "attribute";
    case FilterEntity::Metric:
        return "metric";
    case FilterEntity::Parameter:
        return "parameter";
    case FilterEntity::Tag:
        return "tag";
    case FilterEntity::Dataset:
        return "dataset";
    }
    return {};
}

bool isKeyword(const FilterToken &token, std::string_view word)
{
    return token.kind == Kind::Word && lowerCase(token.text) == word;
}

/// What a clause or an order is about.
struct Subject
{
    FilterEntity entity = FilterEntity::Attribute;
    std::string key;
    bool isNumber = false;
    bool takesLists = false;
};

std::optional<FilterEntity> entityNamed(std::string_view word, const FilterRules &rules)
{
    if (word == "datasets")
        word = "dataset";
    for (const auto &[name, entity] : entityNames) {
        const bool isKnown = entity == FilterEntity::Attribute
            || std::find(rules.entities.begin(), rules.entities.end(), entity) != rules.entities.end();
        if (name == word && isKnown)
            return entity;
    }
    return std::nullopt;
}

Error invalidEntity(std::string_view word, const FilterRules &rules)
{
    std::string all = "'attribute'";
    for (const FilterEntity entity : rules.entities)
        all += ", '" + std::string(nounOf(entity)) + "'";
    return invalidFilter("Invalid entity type '" + excerpt(word) + "'. Valid values are [" + all + "]");
}

Result<Subject> attribute(const std::string &key, const FilterRules &rules)
{
    std::vector<std::string_view> all;
    for (const FilterAttribute &attribute : rules.attributes) {
        if (std::find(attribute.names.begin(), attribute.names.end(), key) != attribute.names.end())
            return Subject{
                FilterEntity::Attribute, attribute.names.front(), attribute.isNumber, attribute.takesLists};
        all.push_back(attribute.names.front());
    }
    return invalidFilter(
        "Invalid attribute key '" + excerpt(key) + "' specified. Valid keys are: " + listOf(all) + ".");
}

Result<Subject> subjectOf(const FilterToken &token, const FilterRules &rules)
{
    std::string entityName = token.entity;
    std::string key = token.text;
    if (token.kind == Kind::Word) {
        const std::size_t dot = key.find('.');
        entityName = dot == std::string::npos ? std::string() : key.substr(0, dot);
        key = dot == std::string::npos ? key : key.substr(dot + 1);
    }
    const auto entity = entityName.empty() ? FilterEntity::Attribute : entityNamed(entityName, rules);
    if (!entity)
        return invalidEntity(entityName, rules);
    if (key.empty())
        return invalidFilter("Invalid identifier '" + excerpt(token.written)
            + "'. Columns should be specified as 'attribute.<key>', 'metric.<key>', 'tag.<key>' or "
              "'param.<key>'.");
    if (*entity == FilterEntity::Attribute)
        return attribute(key, rules);
    if (*entity != FilterEntity::Dataset)
        return Subject{*entity, std::move(key), *entity == FilterEntity::Metric, false};
    if (key != "name" && key != "digest" && key != "context")
        return invalidFilter("Invalid dataset key '" + excerpt(key)
            + "' specified. Valid keys are: name, digest, "
              "context.");
    return Subject{*entity, std::move(key), false, true};
}

class Parser
{
public:
    Parser(std::vector<FilterToken> tokens, std::string_view text, const FilterRules &rules)
        : m_tokens(std::move(tokens))
        , m_text(text)
        , m_rules(rules)
    {
    }

    Result<std::vector<FilterClause>> clauses()
    {
        std::vector<FilterClause> all;
        while (m_at < m_tokens.size()) {
            if (all.size() == mostClauses)
                return invalidFilter("A filter has at most " + std::to_string(mostClauses) + " clauses.");
            Result<FilterClause> next = clause();
            if (!next)
                return next.error();
            all.push_back(*std::move(next));
            if (m_at == m_tokens.size())
                break;
            if (isKeyword(m_tokens[m_at], "or"))
                return invalidHere("OR is not supported, only AND.");
            if (!isKeyword(m_tokens[m_at], "and"))
                return invalidHere("Expected AND.");
            if (++m_at == m_tokens.size())
                return invalidFilter(
                    "Invalid clause(s) in filter string: 'AND'. Expected a comparison after it.");
        }
        return all;
    }

private:
    Result<FilterClause> clause()
    {
        if (m_tokens[m_at].kind != Kind::Word && m_tokens[m_at].kind != Kind::Name)
            return invalidFilter("Invalid clause(s) in filter string: expected 'Identifier' found '"
                + excerpt(m_tokens[m_at].written) + "'.");
        const Result<Subject> subject = subjectOf(m_tokens[m_at++], m_rules);
        if (!subject)
            return subject.error();
        const Result<Comparator> comparator = this->comparator(*subject);
        if (!comparator)
            return comparator.error();
        Result<FilterValue> value = *comparator == Comparator::In || *comparator == Comparator::NotIn
            ? list()
            : this->value(*subject);
        if (!value)
            return value.error();
        return FilterClause{subject->entity, subject->key, *comparator, *std::move(value)};
    }

    Result<Comparator> comparator(const Subject &subject)
    {
        if (m_at == m_tokens.size())
            return invalidFilter("Invalid clause(s) in filter string: '" + excerpt(m_text)
                + "'. Expected a comparator after '" + excerpt(m_tokens.back().written) + "'.");
        std::string word = m_tokens[m_at].text;
        if (isKeyword(m_tokens[m_at], "not") && m_at + 1 < m_tokens.size()
            && isKeyword(m_tokens[m_at + 1], "in")) {
            word = "not in";
            ++m_at;
        }
        ++m_at;
        std::vector<std::string_view> allowed;
        for (const auto &[comparator, name] : comparatorNames) {
            if (!takes(subject, comparator))
                continue;
            if (lowerCase(name) == lowerCase(word))
                return comparator;
            allowed.push_back(name);
        }
        return invalidFilter("Invalid comparator '" + excerpt(word) + "' for "
            + std::string(nounOf(subject.entity)) + " '" + excerpt(subject.key) + "': not one of ["
            + listOf(allowed) + "]");
    }

    static bool takes(const Subject &subject, Comparator comparator)
    {
        switch (comparator) {
        case Comparator::Equal:
        case Comparator::NotEqual:
            return true;
        case Comparator::Like:
        case Comparator::ILike:
            return !subject.isNumber;
        case Comparator::In:
        case Comparator::NotIn:
            return subject.takesLists;
        default:
            return subject.isNumber;
        }
    }

    Result<FilterValue> value(const Subject &subject)
    {
        if (m_at == m_tokens.size())
            return invalidFilter(
                "Invalid clause(s) in filter string: '" + excerpt(m_text) + "'. Expected a value.");
        const FilterToken &token = m_tokens[m_at++];
        const std::string about = std::string(nounOf(subject.entity)) + " '" + excerpt(subject.key) + "'";
        if (!subject.isNumber) {
            if (token.kind == Kind::Text)
                return FilterValue(token.text);
            return invalidFilter("Expected a quoted string value for " + about
                + " (e.g. 'my-value'). Got value " + excerpt(token.written));
        }
        const auto number = token.kind == Kind::Number ? numberFromText(token.text) : std::nullopt;
        if (number)
            return FilterValue(*number);
        return invalidFilter(
            "Expected numeric value type for " + about + ". Found " + excerpt(token.written));
    }

    Result<FilterValue> list()
    {
        const Error expectation
            = invalidFilter("Expected a list of quoted string values after IN, such as ('a', 'b').");
        if (m_at == m_tokens.size() || m_tokens[m_at++].kind != Kind::Open)
            return expectation;
        std::vector<std::string> values;
        for (;;) {
            if (m_at + 1 >= m_tokens.size() || m_tokens[m_at].kind != Kind::Text)
                return expectation;
            if (values.size() == mostListed)
                return invalidFilter("A list has at most " + std::to_string(mostListed) + " values.");
            values.push_back(std::move(m_tokens[m_at++].text));
            const Kind next = m_tokens[m_at++].kind;
            if (next == Kind::Close)
                return FilterValue(std::move(values));
            if (next != Kind::Comma)
                return expectation;
        }
    }

    [[nodiscard]] Error invalidHere(const std::string &hint) const
    {
        return invalidFilter(
            "Invalid clause(s) in filter string: '" + excerpt(m_tokens[m_at].written) + "'. " + hint);
    }

    std::vector<FilterToken> m_tokens;
    std::string_view m_text;
    const FilterRules &m_rules;
    std::size_t m_at = 0;
};

} // namespace

std::string_view name(Comparator comparator)
{
    for (const auto &[candidate, text] : comparatorNames)
        if (candidate == comparator)
            return text;
    return {};
}

Result<std::vector<FilterClause>> parseFilter(std::string_view text, const FilterRules &rules)
{
    if (text.size() > longestFilter)
        return invalidFilter("A filter has at most " + std::to_string(longestFilter >> 10) + " KiB.");
    Result<std::vector<FilterToken>> tokens = filterTokens(text);
    if (!tokens)
        return tokens.error();
    return Parser(*std::move(tokens), text, rules).clauses();
}

Result<OrderItem> parseOrder(std::string_view text, const FilterRules &rules)
{
    Result<std::vector<FilterToken>> tokens = filterTokens(text.substr(0, longestFilter));
    if (!tokens)
        return tokens.error();
    const bool hasDirection
        = tokens->size() == 2 && (isKeyword(tokens->back(), "asc") || isKeyword(tokens->back(), "desc"));
    const bool isName
        = !tokens->empty() && (tokens->front().kind == Kind::Word || tokens->front().kind == Kind::Name);
    if (!isName || (tokens->size() != 1 && !hasDirection))
        return invalidFilter("Invalid order_by clause '" + excerpt(text)
            + "'. Expected a name, and ASC or DESC, such as 'metrics.auc DESC'.");
    const Result<Subject> subject = subjectOf(tokens->front(), rules);
    if (!subject)
        return subject.error();
    return OrderItem{subject->entity, subject->key, hasDirection && isKeyword(tokens->back(), "desc")};
}

} // namespace atelier
